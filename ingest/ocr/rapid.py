"""The PP-OCR networks that the rapidocr package carries, run by onnxruntime on one thread, offline.

Only the model files of the package are used: its own pipeline turns upright digit lines upside down with its per-line
classifier and imports for seconds. ``ingest.ocr.page`` votes once per page instead.
"""

from __future__ import annotations

import importlib.metadata
import importlib.util
from collections.abc import Sequence
from pathlib import Path

import onnxruntime

from ingest.ocr import detection, recognition
from ingest.ocr.base import Picture, Quad, Reading

_SQUEEZE = 0.8  # of a line's width: a sixth less work, and nothing lost


class RapidEngine:
    """Detection and recognition sessions; loading them takes about a second and 200 MB."""

    def __init__(self) -> None:
        models = _models()
        detector, recogniser = _only(models, "*_det_*.onnx"), _only(models, "*_rec_*.onnx")
        self.name = f"rapidocr {importlib.metadata.version('rapidocr')} {recogniser.stem}"
        self._detector = _session(detector)
        self._recogniser = _session(recogniser)
        characters = self._recogniser.get_modelmeta().custom_metadata_map["character"].splitlines()
        self._alphabet = ["", *characters, " "]

    def detect(self, picture: Picture, longest_side: int) -> list[Quad]:
        planes = detection.prepared(picture, longest_side)
        name = self._detector.get_inputs()[0].name
        (maps,) = self._detector.run(None, {name: planes})
        return detection.quads(maps[0, 0], picture.shape[1], picture.shape[0])

    def recognise(self, lines: Sequence[Picture]) -> list[Reading]:
        return [self._read(line) for line in lines]

    def _read(self, line: Picture) -> Reading:
        name = self._recogniser.get_inputs()[0].name
        (steps,) = self._recogniser.run(None, {name: recognition.prepared(line, _SQUEEZE)})
        return recognition.decoded(steps[0], self._alphabet, recognition.filled(line, _SQUEEZE))


def _models() -> Path:
    spec = importlib.util.find_spec("rapidocr")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("rapidocr is not installed; it carries the OCR models")
    return Path(spec.origin).parent / "models"


def _only(folder: Path, pattern: str) -> Path:
    found = sorted(folder.glob(pattern))
    if not found:
        raise FileNotFoundError(f"no {pattern} among the models of rapidocr in {folder}")
    return found[-1]


def _session(model: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # line widths vary: an arena would keep the largest of everything
    options.log_severity_level = 4
    return onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
