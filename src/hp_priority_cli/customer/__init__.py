"""Who asks: what a customer stated, read from options and files. No rule is known here."""
