"""Checks of the family ``consistency``; each module is found by looking in this folder."""
