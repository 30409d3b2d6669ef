"""An OFD document's pages: their text, templates, annotations, pictures and electronic seals."""

from __future__ import annotations

import zipfile

from ingest.geometry import Box
from ingest.ofd.content import POINTS, Placed, images, text_words
from ingest.ofd.package import Parts, children, first, local, numbers, text_of
from ingest.package import Element
from ingest.records import Mark, Page

_A4 = (0.0, 0.0, 210.0, 297.0)


class OfdDocument:
    """An opened OFD document. Raises UnreadableFile when its root cannot be read."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._parts = Parts(package)
        root = self._parts.root
        pages = first(root, "Pages")
        self._pages = list(children(pages, "Page")) if pages is not None else []
        self._box = _physical_box(first(root, "CommonData", "PageArea")) or _A4
        common = first(root, "CommonData")
        templates = children(common, "TemplatePage") if common is not None else ()
        self._templates = {element.get("ID"): element.get("BaseLoc") or "" for element in templates}
        self._seals = self._stamp_places()

    def __len__(self) -> int:
        return len(self._pages)

    def page(self, file: str, number: int) -> Page:
        """Page ``number`` (from 1) with its words; seals and pictures as marks. Raises UnreadableFile."""
        box, layers, offset = self._content(number)
        words = text_words(layers, offset)
        for appearance, shift in self._annotations(number, offset):
            words += text_words([appearance], shift)
        pictures = tuple(Mark(kind="picture", box=placed.box) for placed in self.pictures(number))
        identifier = self._pages[number - 1].get("ID")
        seals = tuple(Mark(kind="seal", box=_moved(seal, box)) for page, seal in self._seals if page == identifier)
        return Page(
            file=file,
            number=number,
            width=round(box[2] * POINTS, 2),
            height=round(box[3] * POINTS, 2),
            source="text" if words else "none",
            words=words,
            marks=(*pictures, *seals),
            text_layer="sound" if words else "absent",
        )

    def pictures(self, number: int) -> tuple[Placed, ...]:
        """Where pictures stand on a page, those of annotations included."""
        _, layers, offset = self._content(number)
        placed = images(layers, offset)
        for appearance, shift in self._annotations(number, offset):
            placed += images([appearance], shift)
        return placed

    def _content(self, number: int) -> tuple[tuple[float, ...], list[Element], tuple[float, float]]:
        """The page's box in millimetres, its layers with those of its templates first, and their offset."""
        _, page = self._parts.part(self._pages[number - 1].get("BaseLoc") or "", self._parts.root_name)
        box = _physical_box(first(page, "Area")) or self._box
        layers = []
        for used in children(page, "Template"):
            template = self._parts.optional(self._templates.get(used.get("TemplateID"), ""), self._parts.root_name)
            content = first(template[1], "Content") if template else None
            layers += list(content) if content is not None else []
        content = first(page, "Content")
        layers += list(content) if content is not None else []
        return box, layers, (-box[0], -box[1])

    def _annotations(self, number: int, offset: tuple[float, float]) -> list[tuple[Element, tuple[float, float]]]:
        """Appearances of the page's annotations that are not watermarks, and where they stand."""
        listed = self._parts.optional(text_of(first(self._parts.root, "Annotations")), self._parts.root_name)
        identifier = self._pages[number - 1].get("ID")
        found = []
        for page in children(listed[1], "Page") if listed else ():
            if page.get("PageID") != identifier:
                continue
            part = self._parts.optional(text_of(first(page, "FileLoc")), listed[0]) if listed else None
            for annotation in children(part[1], "Annot") if part else ():
                appearance = first(annotation, "Appearance")
                if appearance is not None and annotation.get("Type") != "Watermark":
                    place = [*numbers(appearance.get("Boundary")), 0.0, 0.0]
                    found.append((appearance, (offset[0] + place[0], offset[1] + place[1])))
        return found

    def _stamp_places(self) -> list[tuple[str | None, Box]]:
        """Page ids and places, in millimetres, of the seals of electronic signatures."""
        name = self._parts.signatures_name
        listed = self._parts.optional(f"/{name}", "") if name else None
        places = []
        for signature in children(listed[1], "Signature") if listed else ():
            part = self._parts.optional(signature.get("BaseLoc") or "", listed[0]) if listed else None
            for stamp in part[1].iter() if part else ():
                boundary = numbers(stamp.get("Boundary"))
                if local(stamp) == "StampAnnot" and len(boundary) == 4:
                    x, y, w, h = boundary
                    places.append((stamp.get("PageRef"), Box(x, y, x + w, y + h)))
        return places

    def resource(self, identifier: str) -> bytes:
        """The bytes of a picture resource. Raises UnreadableFile or LookupError."""
        common = first(self._parts.root, "CommonData")
        for kind in ("DocumentRes", "PublicRes"):
            for listed in children(common, kind) if common is not None else ():
                found = self._parts.optional(text_of(listed), self._parts.root_name)
                if found is None:
                    continue
                name, resources = found
                for media in resources.iter():
                    if local(media) == "MultiMedia" and media.get("ID") == identifier:
                        base = self._parts.located((resources.get("BaseLoc") or ".") + "/x", name)
                        return self._parts.data(self._parts.located(text_of(first(media, "MediaFile")), base))
        raise LookupError(f"no picture resource {identifier}")


def _physical_box(area: Element | None) -> tuple[float, float, float, float] | None:
    values = numbers(text_of(first(area, "PhysicalBox")))
    if len(values) == 4 and 1 < values[2] < 10_000 and 1 < values[3] < 10_000:
        return values[0], values[1], values[2], values[3]
    return None


def _moved(box: Box, page: tuple[float, ...]) -> Box:
    """A place in millimetres of the page's own area, in points as displayed."""
    x0, y0 = (box.x0 - page[0]) * POINTS, (box.y0 - page[1]) * POINTS
    return Box(x0, y0, x0 + box.width * POINTS, y0 + box.height * POINTS).rounded()
