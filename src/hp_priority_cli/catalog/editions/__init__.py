"""Two editions of the data side by side: what changed in the terms of the trade."""
