"""Price books: the prices that a user holds, read and checked. No rule and no customer is known."""
