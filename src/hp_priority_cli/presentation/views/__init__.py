"""One file an answer: what a person is shown of it, as a report."""
