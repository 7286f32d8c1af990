"""What it takes: which parts and how many, and how the tiers compare. Pure, free of any library."""
