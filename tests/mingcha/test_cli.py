"""Exit codes and the one line on standard error (contract.md, "Commands")."""

from __future__ import annotations

from pathlib import Path

import pytest

from mingcha import cli


@pytest.mark.parametrize(
    "arguments",
    [
        ["check"],
        ["check", "no-such-path"],
        ["chek", "x"],
        ["check", "--no-such-option", "x"],
        ["check", "{dossier}", "--policy", "no-such-policy"],
        ["check", "{dossier}", "--as-of", "yesterday"],
        ["check", "{dossier}", "--out", "{dossier}/results"],
        ["check", "{empty}"],
        ["scan", "{empty}"],
        ["scan", "no-such-path"],
        ["investigate", "{dossier}"],
        ["investigate", "{dossier}", "--complaint", "no-such-letter.txt"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_exits_2_with_one_line(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    dossier, empty = tmp_path / "dossier", tmp_path / "empty"
    dossier.mkdir()
    empty.mkdir()
    (dossier / "note.txt").write_text("诚信承诺书", encoding="utf-8")
    given = [a.format(dossier=dossier, empty=empty) for a in arguments]
    before = sorted(tmp_path.rglob("*"))

    assert cli.run(given) == 2

    said = capsys.readouterr()
    assert said.err.startswith("mingcha: ")
    assert said.err.count("\n") == 1
    assert "Traceback" not in said.err + said.out
    assert sorted(tmp_path.rglob("*")) == before


def test_help_is_answered_without_loading_the_heavy_libraries(capsys: pytest.CaptureFixture[str]) -> None:
    import subprocess
    import sys

    probe = (
        "import sys; from mingcha import cli; code = cli.run(['--help']); "
        "heavy = {'cv2', 'spacy', 'onnxruntime', 'rapidocr', 'numpy', 'pikepdf'} & set(sys.modules); "
        "sys.exit(f'loaded {heavy}' if heavy else code)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "investigate" in done.stdout


def test_interruption_exits_130(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def interrupted(*args: object, **kwargs: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("mingcha.show_command.run", interrupted)
    assert cli.run(["show", str(tmp_path)]) == 130
