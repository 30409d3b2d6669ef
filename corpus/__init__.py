"""What is known beforehand: policy packs, registries, the calendar, reference texts."""
