"""Customers with what is expected of them, as a business person writes them beside the data."""
