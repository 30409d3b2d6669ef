"""Speed against peers, always as ratios of CPU seconds measured in one run."""
