"""Turning a YAML tree into records, telling every fault with its line instead of stopping at the first."""

from __future__ import annotations

import difflib
import re
from datetime import date
from typing import Any, TypeVar, cast

import yaml
from msgspec import inspect

from corpus.policy.errors import Fault

T = TypeVar("T")
Path = tuple[str | int, ...]
NULLS = ("", "~", "null", "Null", "NULL")
FOLD = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")  # the blank that folding puts between lines of Chinese
BOOLS = {"true": True, "false": False}


class Tree:
    """One YAML file being read. ``faults`` grows; ``lines`` keeps where each value stands."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.faults: list[Fault] = []
        self.lines: dict[Path, int] = {}
        self._seen: set[int] = set()

    def fault(self, line: int, reason: str) -> None:
        self.faults.append(Fault(self.file, line, reason))

    def line(self, *path: str | int) -> int:
        """The line of the value at ``path``, or of the nearest thing above it that is there."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def read(self, text: str, type_: type[T]) -> T | None:
        """``text`` as a ``type_`` (a msgspec struct); None when there are faults."""
        try:
            node = yaml.compose(text, Loader=yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            reason = getattr(error, "problem", None) or str(error).splitlines()[0]
            self.fault(mark.line + 1 if mark else 1, f"not readable as YAML: {reason}")
            return None
        except ValueError as error:  # characters YAML does not allow
            self.fault(1, f"not readable as YAML: {error}")
            return None
        if node is None:
            self.fault(1, "the file is empty")
            return None
        value = self._convert(node, inspect.type_info(type_), ())
        return None if self.faults else cast(T, value)

    def _convert(self, node: yaml.Node, kind: inspect.Type, path: Path) -> Any:
        line = node.start_mark.line + 1
        self.lines[path] = line
        if not isinstance(node, yaml.ScalarNode):
            if id(node) in self._seen:
                self.fault(line, "YAML anchors and aliases are not allowed in packs")
                return None
            self._seen.add(id(node))
        return self._as(node, kind, path)

    def _as(self, node: yaml.Node, kind: inspect.Type, path: Path) -> Any:
        match kind:
            case inspect.UnionType(types=types):
                return self._union(node, types, path)
            case inspect.StructType():
                return self._struct(node, kind, path)
            case inspect.VarTupleType(item_type=item):
                return self._tuple(node, item, path)
            case inspect.DictType(value_type=item):
                return self._dict(node, item, path)
        if not isinstance(node, yaml.ScalarNode):
            reason = f"{_where(path)}: expected {_name(kind)}, found a {_shape(node)}"
            self.fault(node.start_mark.line + 1, reason)
            return None
        return self._scalar(node, kind, path)

    def _union(self, node: yaml.Node, kinds: tuple[inspect.Type, ...], path: Path) -> Any:
        nullable = any(isinstance(k, inspect.NoneType) for k in kinds)
        rest = [k for k in kinds if not isinstance(k, inspect.NoneType)]
        if nullable and isinstance(node, yaml.ScalarNode) and node.style is None and node.value in NULLS:
            return None
        if len(rest) == 1:
            return self._as(node, rest[0], path)
        words = tuple(v for k in rest if isinstance(k, inspect.LiteralType) for v in k.values)
        return self._as(node, inspect.LiteralType(words), path)

    def _struct(self, node: yaml.Node, kind: inspect.StructType, path: Path) -> Any:
        pairs = self._pairs(node, path, f"a mapping ({kind.cls.__name__.lower()})")
        if pairs is None:
            return None
        fields = {f.encode_name: f for f in kind.fields}
        before = len(self.faults)
        values: dict[str, Any] = {}
        for key, (line, child) in pairs.items():
            if key not in fields:
                close = difflib.get_close_matches(key, fields, n=1)
                hint = f", did you mean {close[0]!r}?" if close else f"; known keys: {', '.join(sorted(fields))}"
                self.fault(line, f"{_where(path)}: unknown key {key!r}{hint}")
                continue
            values[fields[key].name] = self._convert(child, fields[key].type, (*path, key))
        lacking = [f.encode_name for f in kind.fields if f.required and f.encode_name not in pairs]
        if lacking:
            self.fault(node.start_mark.line + 1, f"{_where(path)}: lacks {', '.join(lacking)}")
        return kind.cls(**values) if len(self.faults) == before else None

    def _tuple(self, node: yaml.Node, item: inspect.Type, path: Path) -> Any:
        if not isinstance(node, yaml.SequenceNode):
            self.fault(node.start_mark.line + 1, f"{_where(path)}: expected a list, found a {_shape(node)}")
            return ()
        return tuple(self._convert(child, item, (*path, i)) for i, child in enumerate(node.value))

    def _dict(self, node: yaml.Node, item: inspect.Type, path: Path) -> Any:
        pairs = self._pairs(node, path, "a mapping") or {}
        return {key: self._convert(child, item, (*path, key)) for key, (_, child) in pairs.items()}

    def _pairs(self, node: yaml.Node, path: Path, wanted: str) -> dict[str, tuple[int, yaml.Node]] | None:
        if not isinstance(node, yaml.MappingNode):
            self.fault(node.start_mark.line + 1, f"{_where(path)}: expected {wanted}, found a {_shape(node)}")
            return None
        pairs: dict[str, tuple[int, yaml.Node]] = {}
        for key, child in node.value:
            line = key.start_mark.line + 1
            if not isinstance(key, yaml.ScalarNode):
                self.fault(line, f"{_where(path)}: a key must be a plain word")
            elif key.value in pairs:
                self.fault(line, f"{_where(path)}: duplicate key {key.value!r}, first on line {pairs[key.value][0]}")
            else:
                pairs[key.value] = (line, child)
        return pairs

    def _scalar(self, node: yaml.ScalarNode, kind: inspect.Type, path: Path) -> Any:
        text = FOLD.sub("", node.value).strip() if node.style == ">" else node.value
        try:
            return _scalar(text, kind)
        except ValueError:
            self.fault(node.start_mark.line + 1, f"{_where(path)}: {node.value!r} is not {_name(kind)}")
            return None


def _scalar(text: str, kind: inspect.Type) -> Any:
    """The value of a scalar's text. Raises ValueError when it is not of that kind."""
    match kind:
        case inspect.StrType():
            return text
        case inspect.BoolType():
            if text not in BOOLS:
                raise ValueError(text)
            return BOOLS[text]
        case inspect.IntType():
            return int(text)
        case inspect.FloatType():
            return float(text)
        case inspect.DateType():
            return date.fromisoformat(text)
        case inspect.LiteralType(values=values):
            if text not in values:
                raise ValueError(text)
            return text
    raise TypeError(f"packs do not hold {kind}")


def _name(kind: inspect.Type) -> str:
    match kind:
        case inspect.LiteralType(values=values):
            return "one of " + ", ".join(repr(v) for v in values)
        case inspect.DateType():
            return "a date such as 2020-07-01"
        case inspect.BoolType():
            return "true or false"
        case inspect.IntType():
            return "a whole number"
        case inspect.FloatType():
            return "a number"
    return "a text"


def _shape(node: yaml.Node) -> str:
    return (
        "mapping" if isinstance(node, yaml.MappingNode) else "list" if isinstance(node, yaml.SequenceNode) else "value"
    )


def _where(path: Path) -> str:
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return text.lstrip(".") or "the pack"
