"""Are these files right: what each of them is, by its content, and everything wrong with it."""
