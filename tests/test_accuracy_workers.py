"""A measurement goes on when one of its processes dies, and says which dossier that was."""

from __future__ import annotations

import os
import signal

import pytest

from tests.accuracy.workers import Lost, spread


def halved(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    if number == 5:
        raise ValueError("odd")
    return number // 2


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_item_comes_back_though_a_process_dies(jobs: int) -> None:
    told = dict(spread(halved, range(8), jobs, lifetime=3))
    lost = {item: result.reason for item, result in told.items() if isinstance(result, Lost)}
    assert lost == {3: "the process died: signal SIGKILL", 5: "ValueError: odd"}
    assert {item: result for item, result in told.items() if item not in lost} == {
        n: n // 2 for n in (0, 1, 2, 4, 6, 7)
    }


def test_closing_early_leaves_no_process_behind() -> None:
    results = spread(halved, [0, 1, 2], 2, lifetime=3)
    item, result = next(results)
    results.close()
    assert result == item // 2
