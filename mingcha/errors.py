"""Exit codes and the errors behind them. Predictable trouble inside a dossier is a finding, never one of these."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """Stable interface (contract.md, "Commands")."""

    CLEAN = 0  # finished, nothing that needs a person
    FINDINGS = 1  # finished, with findings that do
    FAILED = 2  # could not do what was asked
    INTERRUPTED = 130  # stopped by the user


class MingchaError(Exception):
    """What was asked cannot be done. The message is one line: what happened and what to do next."""

    exit_code = ExitCode.FAILED


class ComplaintError(MingchaError):
    """The complaint file is missing or holds no readable text."""


class OutputError(MingchaError):
    """The output directory cannot be written, or lies inside what is being read."""


class ArgumentError(MingchaError):
    """An option's value cannot be used."""
