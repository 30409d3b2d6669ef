"""Shared passages and near-duplicates among many texts: ours against datasketch's MinHashLSH on the same texts."""
