"""Memo models and their writers; reports render what was found and decide nothing."""
