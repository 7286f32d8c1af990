"""What a run of `check` found, in the formats that other people's tools read.

Each is a function from the run and the wording to the whole text; none decides an exit code.
"""
