"""Words as data: reviewed like code, read once."""
