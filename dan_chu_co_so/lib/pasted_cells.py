"""The rows and cells of a table that was pasted: from Excel or Word as text, or as HTML."""

import re
import unicodedata

from .paper.blocks import PaperError
from .paper.markup import parse

# Excel quotes a cell with a line break; a quote left open is a quote of the text.
_CELL = re.compile(r'"([^"]*(?:""[^"]*)*)" *(?=[\t\r\n]|\Z)|([^\t\r\n]*)')
_NOTHING = frozenset({"-", "–", "—", "/"})
_HTML = re.compile(r"<t(?:able|r)\b", re.IGNORECASE)
_BREAKS = ("br", "p", "div", "li")
_WIDEST, _HIGHEST = 50, 1000
"""A cell said to span more is a slip, and must not fill the memory."""


def rows_of(text):
    """Lists of cells; line breaks are kept in them, empty cells and lone dashes are ""."""
    rows = _rows_of_html(text) if _HTML.search(text) else []
    return [[_tidy(cell) for cell in row] for row in rows or _rows_of_text(text)]


def _rows_of_text(text):
    rows, row = [], []
    place = 0
    while place < len(text):
        match = _CELL.match(text, place)
        row.append(match[2] if match[1] is None else match[1].replace('""', '"'))
        place = match.end()
        if text[place : place + 1] == "\t":
            place += 1
            if place < len(text):
                continue
        rows.append(row)
        row = []
        place += 2 if text[place : place + 2] == "\r\n" else 1
    return rows


def _rows_of_html(html):
    try:
        root = parse(html)
    except PaperError:
        return []
    rows = []
    table, hanging = None, {}
    for line in root.xpath("//tr[not(ancestor::td or ancestor::th)]"):
        within = next(line.iterancestors("table"), None)
        if within is not table:
            table, hanging = within, {}
        rows.append(_cells_of_line(line, hanging))
    return rows


def _cells_of_line(line, hanging):
    """The cells of a <tr>; those that hang down from above ({column: (lines, text)}) as well."""
    cells = []

    def hang():
        while len(cells) in hanging:
            place = len(cells)
            lines, text = hanging.pop(place)
            if lines > 1:
                below[place] = (lines - 1, text)
            cells.append(text)

    below = {}
    for cell in line.xpath("./td|./th"):
        hang()
        for element in cell.iter(*_BREAKS):
            element.tail = f"\n{element.tail or ''}"
        text = "".join(cell.itertext())
        height = _span_of(cell, "rowspan", _HIGHEST)
        if height > 1:
            below[len(cells)] = (height - 1, text)
        cells.append(text)
        cells += [""] * (_span_of(cell, "colspan", _WIDEST) - 1)
    hang()
    hanging.clear()
    hanging.update(below)
    return cells


def _span_of(cell, attribute, most):
    digits = re.fullmatch(r"\s*([0-9]{1,9})\s*", cell.get(attribute, ""))
    return min(max(int(digits[1]), 1), most) if digits else 1


def _tidy(cell):
    lines = (" ".join(line.split()) for line in unicodedata.normalize("NFC", cell).splitlines())
    text = "\n".join(filter(None, lines))
    return "" if text in _NOTHING else text
