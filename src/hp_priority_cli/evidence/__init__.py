"""A saved quote as evidence: what it stands on, its seal, and its way back to the records."""
