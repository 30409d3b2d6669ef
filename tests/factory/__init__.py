"""Draws dossiers that look like the real papers, with known truth and planted defects, deterministic by seed."""
