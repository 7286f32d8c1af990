"""Answers as documents: what a saved file says beside the screen, and its formats."""
