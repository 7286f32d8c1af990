"""May this customer buy: conditions, readings, verdicts, ways in. Pure, and free of any library."""
