"""Imprints of people who do not exist, for the comparisons across dossiers."""

from __future__ import annotations

from typing import Any

from checks.cross.compare import compare
from checks.cross.imprint import Imprint, imprint
from checks.records import Finding
from extractors.records import Document
from ingest.records import Dossier, Page
from tests.checks.builders import document, renumbered

DIGEST = "0f3c5a9916e7d248"


def person(
    name: str, *documents: Document, employer: str = "云岭水利局", digest: str = DIGEST, id_number: str = ""
) -> Imprint:
    """The imprint of one dossier; every page looks like ``digest``."""
    numbered = tuple(renumbered(d, n) for n, d in enumerate(documents, start=1))
    dossier = Dossier(
        id=f"卷-{name}",
        path="x",
        files=(),
        pages=tuple(
            Page(
                file=d.file,
                number=1,
                width=595,
                height=842,
                source="text" if d.source == "text" else "ocr",
                picture_digest=digest,
            )
            for d in numbered
        ),
    )
    return imprint(dossier, numbered, {"person_name": name, "employer": employer, "id_number": id_number})


def diploma(name: str, number: str = "106731200905001234", **more: Any) -> Document:
    facts = {"person_name": name, "certificate_number": number, "institution": "云岭大学", "issue_date": "2009-06-30"}
    return document("diploma", {**facts, **more.pop("facts", {})}, source="ocr", **more)


def said(code: str, *imprints: Imprint) -> dict[str, list[Finding]]:
    """The findings of one code by dossier."""
    everything = compare(imprints)
    return {d: found for d, all_ in everything.items() if (found := [f for f in all_ if f.code == f"cross.{code}"])}
