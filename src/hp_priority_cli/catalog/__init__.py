"""What HP sells, where and in which languages, as the data files say it."""
