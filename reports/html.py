"""Papers as one self-contained HTML file: no scripts, nothing fetched, ready to print on A4."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from reports.files import write_atomically
from reports.memo import Memo
from reports.memo_paper import lay_out
from reports.paper import Paper, Picture


def write(memo: Memo, path: Path) -> None:
    """Write ``memo`` to ``path`` in one step. Raises OSError."""
    write_paper(lay_out(memo), path)


def write_paper(paper: Paper, path: Path) -> None:
    """Write ``paper`` to ``path`` in one step. Raises OSError."""
    write_atomically(path, render(paper).encode("utf-8"))


def render(paper: Paper) -> str:
    """The whole page. Every text is escaped; control characters that no page may hold are dropped."""
    return _environment().get_template("paper.html").render(paper=paper)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_clean,
    )
    environment.filters["data_uri"] = _data_uri
    return environment


def _clean(value: object) -> object:
    return _printable(value) if isinstance(value, str) and type(value) is str else value


def _printable(text: str) -> str:
    return "".join(c if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff") else "\ufffd" for c in text)


def _data_uri(picture: Picture) -> str:
    return f"data:{picture.media};base64,{b64encode(picture.data).decode('ascii')}"
