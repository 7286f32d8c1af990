"""Bytes from outside to plain values that know their file, line and column."""
