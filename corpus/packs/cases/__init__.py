"""Cases that packs are tested with: facts in, outcomes out."""
