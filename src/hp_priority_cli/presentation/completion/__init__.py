"""Completion at TAB: scripts for bash, zsh and fish, each with all its words inside."""
