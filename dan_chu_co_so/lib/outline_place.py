"""Paragraphs of a paper → rows: where each stands, and whether it is heading, item or lead-in."""

from collections import defaultdict
from dataclasses import dataclass, replace

from .outline import DEEPEST, Row, parents
from .outline_lines import ENDED, is_capitals
from .outline_marks import POINT
from .text import fold

_LONGEST_TITLE = 200
_LONGEST_LABEL = 4
_ORDERS = ("giao ", "phan cong ", "de nghi ", "yeu cau cac ")
_CLOSING = ("tren day la", "tren la ke hoach", "tren la chuong trinh")
# Beside the ranks of marks: headings without a number above all of them, a lead-in below.
_HEADINGS = -20
_CAPITALS = -2
_BOLD = -1
_LEAD_IN = 50
_LIKE_ROMAN = 4


@dataclass(frozen=True)
class _Open:
    """Something under which the next row may stand."""

    kind: str
    rank: int | None
    item: tuple | None = None


def placed(paragraphs):
    """The rows, their levels without gaps."""
    tree = _Tree()
    titles = _titles(paragraphs)
    levels = []
    for index, paragraph in enumerate(paragraphs):
        levels.append(min(tree.level_of(paragraph, titles.get(index)), DEEPEST))
    followers = [*levels[1:], 0]
    roles = []
    for index, (paragraph, level) in enumerate(zip(paragraphs, levels, strict=True)):
        child = paragraphs[index + 1] if followers[index] > level else None
        roles.append("heading" if index in titles else _role(paragraph, child))
    rows = [
        Row(level, role, each.text, each.mark and each.mark.typed)
        for each, level, role in zip(paragraphs, levels, roles, strict=True)
    ]
    return _agreed(rows, paragraphs)


class _Tree:
    def __init__(self):
        self.open = []

    def level_of(self, paragraph, title_rank):
        mark = paragraph.mark
        if title_rank is not None:
            self._close_down_to(title_rank)
            return self._push(_Open(f"title{title_rank}", title_rank))
        if mark:
            return self._marked(mark, paragraph.item)
        if _is_closing(paragraph):
            self.open.clear()
        while self.open and (self.open[-1].rank in (None, _LEAD_IN)):
            self.open.pop()
        if _is_lead_in(paragraph):
            return self._push(_Open("lead_in", _LEAD_IN))
        return len(self.open) + 1

    def _marked(self, mark, item):
        """A mark met before stands where it stood; a new one below what it may stand under."""
        kinds = [each.kind for each in self.open]
        if item and self._is_in_list(item):
            self._close_list(item)
        elif mark.kind in kinds:
            del self.open[kinds.index(mark.kind) :]
        elif mark.kind == "capital" and "roman" in kinds:
            # A. stands above I., but not in a paper that began with I.
            self._close_down_to(_LIKE_ROMAN + 1)
        elif mark.is_number:
            self._close_down_to(mark.rank)
        return self._push(_Open(mark.kind, mark.rank, item))

    def _is_in_list(self, item):
        return any(each.item and each.item[0] == item[0] for each in self.open)

    def _close_list(self, item):
        """Down to where the list has an item of less depth, or to where the list begins."""
        while self.open:
            last = self.open[-1].item
            if last and last[0] == item[0] and last[1] < item[1]:
                return
            self.open.pop()
            if last and last[0] == item[0] and not self._is_in_list(item):
                return

    def _close_down_to(self, rank):
        while self.open and (self.open[-1].rank is None or self.open[-1].rank >= rank):
            self.open.pop()

    def _push(self, opened):
        self.open.append(opened)
        return len(self.open)


def _titles(paragraphs):
    """{index: rank} of the headings that have no number.

    Where headings are numbered, one without a number is the title of the paper or emphasis; only
    in capitals, among the numbered ones, it is a section.
    """
    end = next((i for i, each in enumerate(paragraphs) if _is_closing(each)), len(paragraphs))
    numbered = [
        index
        for index, each in enumerate(paragraphs[:end])
        if each.mark
        and each.mark.is_number
        and (each.mark.is_grand or each.heading or (each.is_bold and not each.item))
    ]
    shown = {i: each for i, each in enumerate(paragraphs[:end]) if _is_shown(each)}
    if not numbered:
        return {index: _rank(each) for index, each in shown.items()}
    return {
        index: _LIKE_ROMAN
        for index, each in shown.items()
        if index > numbered[0] and is_capitals(each.text)
    }


def _rank(title):
    if title.heading:
        return _HEADINGS + title.heading
    return _CAPITALS if is_capitals(title.text) else _BOLD


def _is_shown(paragraph):
    """Without a number, and set off like a heading."""
    if paragraph.mark or paragraph.item:
        return False
    text = paragraph.text
    return bool(paragraph.heading) or (
        paragraph.is_bold and len(text) <= _LONGEST_TITLE and not ENDED.search(text[-20:])
    )


def _is_closing(paragraph):
    return not paragraph.mark and fold(paragraph.text[:40]).startswith(_CLOSING)


def _is_lead_in(paragraph):
    return paragraph.text.endswith(":")


def _role(paragraph, child):
    """`child`: the first paragraph under it, None if there is nothing."""
    if not paragraph.mark:
        return "lead_in" if _is_lead_in(paragraph) else "paragraph"
    if not paragraph.mark.is_number:
        return "dash"
    is_ended = ENDED.search(paragraph.text[-20:])
    if _is_surely_heading(paragraph):
        return "heading"
    if paragraph.mark.is_grand:
        return "item" if is_ended and not child else "heading"
    if _is_lead_in(paragraph):
        is_label = len(paragraph.text.split()) <= _LONGEST_LABEL
        is_order = fold(paragraph.text).startswith(_ORDERS)
        return "heading" if is_label and not is_order else "lead_in"
    if not child or paragraph.mark.rank >= POINT:
        return "item"
    # A paragraph goes on with what an ended text began, bullets divide what it announced.
    is_title = not is_ended or (paragraph.text.endswith(".") and child.mark)
    return "heading" if is_title and len(paragraph.text) <= _LONGEST_TITLE else "item"


def _is_surely_heading(paragraph):
    return bool(paragraph.heading) or paragraph.is_bold or is_capitals(paragraph.text)


def _agreed(rows, paragraphs):
    """Brothers are all headings or all items, if it is not their looks that part them."""
    families = defaultdict(list)
    for index, (row, parent) in enumerate(zip(rows, parents(rows), strict=True)):
        mark = paragraphs[index].mark
        if row.role in ("heading", "item") and mark and not mark.is_grand and mark.rank < POINT:
            families[parent, mark.kind].append(index)
    for family in families.values():
        headings = [index for index in family if rows[index].role == "heading"]
        sentences = [
            index
            for index in family
            if rows[index].role == "item"
            and (ENDED.search(rows[index].text[-20:]) or len(rows[index].text) > _LONGEST_TITLE)
        ]
        most = max(len(sentences) + 1, len(family) / 2)
        role = "heading" if len(headings) >= most else "item"
        for index in family:
            if index not in sentences and not _is_surely_heading(paragraphs[index]):
                rows[index] = replace(rows[index], role=role)
    return rows
