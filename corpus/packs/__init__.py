"""The packs that come with the product; ``docs/writing-a-policy.md`` says how to write one."""
