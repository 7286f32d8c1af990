"""The command line: one file a command; read, call, write, exit."""
