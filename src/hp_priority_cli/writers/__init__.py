"""The way out: standard output and files, each written whole or reported as failed."""
