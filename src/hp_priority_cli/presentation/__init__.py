"""How it looks: words, documents and tables made of what the pure rooms found."""
