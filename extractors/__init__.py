"""Which document each page belongs to, and the facts on it."""
