"""Contents of the types that an ordinary dossier does not hold."""

from __future__ import annotations

from random import Random

from tests.factory.life import Life
from tests.factory.plan import Item


def extras(life: Life, rng: Random) -> list[Item]:
    return []
