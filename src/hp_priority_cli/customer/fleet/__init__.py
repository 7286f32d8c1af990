"""A customer's fleet out of the exports of asset tools: every row in exactly one bucket."""
