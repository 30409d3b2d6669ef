"""Checks of the family ``publication``; each module is found by looking in this folder."""
