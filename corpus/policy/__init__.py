"""Policy packs: the clauses of a notice and what each becomes, as data."""
