"""Holding the facts against the policy and against each other."""
