"""Checks of the family ``forensics``; each module is found by looking in this folder."""
