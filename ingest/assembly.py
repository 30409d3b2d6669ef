"""Outcomes of reading tasks put together, file by file, in whatever order they come."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from ingest.cache import Cache, Kept
from ingest.carrier import Context, Survey
from ingest.kinds import claimed_kind
from ingest.members import Member
from ingest.records import Page, Problem, Provenance, SourceFile
from ingest.tasks import Failure, Outcome, Task


class FileReading(msgspec.Struct, frozen=True):
    """A file and its pages."""

    file: SourceFile
    pages: tuple[Page, ...]


@dataclass(slots=True)
class _Progress:
    """What is known of one file so far."""

    member: Member
    sha256: str
    size: int
    survey: Survey | None = None
    provenance: Provenance | None = None
    pages: dict[int, Page] = field(default_factory=dict)
    waiting: int = 0  # pages that OCR has still to read
    cached: bool = False

    @property
    def complete(self) -> bool:
        return self.survey is not None and self.provenance is not None and not self.waiting

    def whole(self) -> Survey:
        """The survey with the pages as finally read."""
        survey = self.survey or Survey(kind=claimed_kind(self.member.name) or "other", page_count=0)
        pages = tuple(self.pages[number] for number in sorted(self.pages))
        return msgspec.structs.replace(survey, pages=pages, pending=())


class Assembly:
    """Hands out the tasks of a dossier's files and collects their outcomes."""

    def __init__(
        self,
        members: Sequence[Member],
        context: Context,
        cache: Cache | None,
        progress: Callable[[int, int], None] | None,
    ) -> None:
        self._context = context
        self._cache = cache
        self._tell = progress
        self._files = [_Progress(member, *_digest(member.path)) for member in members]
        self._done, self._known = 0, len(self._files)

    def first_tasks(self) -> list[Task]:
        """A survey of every file that is neither refused nor known from before."""
        tasks = []
        for index, file in enumerate(self._files):
            kept = self._cache.get(file.sha256, file.member.name) if self._cache and not file.member.refused else None
            if file.member.refused:
                kind = claimed_kind(file.member.name) or "archive"
                self._settle(file, Survey(kind=kind, page_count=0, problems=(file.member.refused,)), Provenance())
            elif kept is not None:
                file.cached = True
                self._settle(file, kept.survey, kept.provenance)
            else:
                tasks.append(self._task(index, "survey"))
        return tasks

    def _settle(self, file: _Progress, survey: Survey, provenance: Provenance) -> None:
        file.survey, file.provenance = survey, provenance
        file.pages = {page.number: page for page in survey.pages}
        self._step()

    def _task(self, index: int, kind: str, page: Page | None = None) -> Task:
        file = self._files[index]
        found = file.survey.kind if file.survey else claimed_kind(file.member.name) or "other"
        fields = {"kind": kind, "file": index, "path": str(file.member.path), "name": file.member.name}
        return Task(**fields, file_kind=found, page=page, context=self._context)  # type: ignore[arg-type]

    def done(self, task: Task, outcome: Outcome | Failure) -> Iterable[Task]:
        """Takes one outcome; the tasks that follow from it."""
        file = self._files[task.file]
        following: list[Task] = []
        match outcome:
            case Failure():
                self._fail(file, task, outcome)
            case Survey():
                following = self._surveyed(task.file, outcome)
            case Provenance():
                file.provenance = outcome
            case Page():
                self._paged(file, outcome)
        if file.complete:
            self._finish(file)
        return following

    def _surveyed(self, index: int, survey: Survey) -> list[Task]:
        file = self._files[index]
        file.survey = survey
        file.pages = {page.number: page for page in survey.pages}
        file.waiting = len(survey.pending)
        self._known += file.waiting
        pages = [self._task(index, "page", file.pages[number]) for number in survey.pending]
        return [self._task(index, "provenance"), *pages]

    def _paged(self, file: _Progress, page: Page) -> None:
        file.pages[page.number] = page
        file.waiting -= 1
        self._step()

    def _fail(self, file: _Progress, task: Task, failure: Failure) -> None:
        """A task whose process died or was stopped: a problem of its page, of the file, or of the metadata alone."""
        number = task.page.number if task.page else 0
        problem = Problem(kind=failure.kind, file=task.name, page=number, detail=failure.detail)
        if task.page is not None:
            self._paged(file, msgspec.structs.replace(task.page, problem=problem))
        elif task.kind == "survey":
            file.survey = Survey(kind=task.file_kind, page_count=0, problems=(problem,))
            file.provenance = Provenance()
        else:
            file.provenance = Provenance()
            lesser = msgspec.structs.replace(problem, detail=f"metadata: {problem.detail}", fatal=False)
            survey = file.survey or Survey(kind=task.file_kind, page_count=0)
            file.survey = msgspec.structs.replace(survey, problems=(*survey.problems, lesser))

    def _finish(self, file: _Progress) -> None:
        if self._cache and file.provenance is not None and file.sha256:
            self._cache.put(file.sha256, file.member.name, Kept(file.whole(), file.provenance))
        self._step()

    def _step(self) -> None:
        self._done += 1
        if self._tell:
            self._tell(self._done, self._known)

    def readings(self) -> list[FileReading]:
        """Every file with its pages, in the order of the members."""
        return [_reading(file) for file in self._files]


def _reading(file: _Progress) -> FileReading:
    whole = file.whole()
    source = SourceFile(
        name=file.member.name,
        path=str(file.member.path),
        sha256=file.sha256,
        size=file.size,
        kind=whole.kind,
        page_count=whole.page_count,
        provenance=file.provenance or Provenance(),
        problems=whole.problems,
    )
    return FileReading(source, whole.pages)


def _digest(path: Path) -> tuple[str, int]:
    """SHA-256 and size in bytes; empty and 0 when the file cannot be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest(), path.stat().st_size
    except OSError:
        return "", 0
