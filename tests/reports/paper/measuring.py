"""Reads a PDF back: lines of text with where they stand and how they look. All in millimetres."""

import io
import subprocess
import sys
from collections import namedtuple
from itertools import groupby

import pdfplumber

import odoo.addons

MM = 72 / 25.4
Line = namedtuple("Line", "text left right base top size bold italic")
Rule = namedtuple("Rule", "left right top")


class Sheet:
    """One page."""

    def __init__(self, page):
        self.width, self.height = page.width / MM, page.height / MM
        self.chars = page.chars
        self.lines = list(_lines(page.chars))
        self.rules = [
            Rule(line["x0"] / MM, line["x1"] / MM, line["top"] / MM)
            for line in page.lines
            if line["x1"] - line["x0"] > 1
        ]
        self.boxes = [
            Rule(box["x0"] / MM, box["x1"] / MM, box["top"] / MM)
            for box in page.rects + page.curves
        ]

    def line(self, start):
        """The one line that begins so."""
        found = [line for line in self.lines if line.text.startswith(start)]
        assert len(found) == 1, (start, [line.text for line in self.lines])
        return found[0]

    def rule_below(self, line):
        """The first rule below a line, and no more than 3 mm below it."""
        below = [rule for rule in self.rules if 0 < rule.top - line.base < 3 and _meet(rule, line)]
        return min(below, key=lambda rule: rule.top)


def sheets(pdf):
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [Sheet(page) for page in document.pages]


def output_of(program):
    """The last word a program prints that runs in a process of its own."""
    prelude = (
        f"import sys; sys.path[:] = {sys.path!r}\n"
        f"import odoo.addons; odoo.addons.__path__ = {list(odoo.addons.__path__)!r}\n"
    )
    out = subprocess.run(
        [sys.executable, "-c", prelude + program], capture_output=True, text=True, check=False
    )
    assert out.returncode == 0, out.stderr
    return out.stdout.split()[-1]


def centre(piece):
    return (piece.left + piece.right) / 2


def length(piece):
    return piece.right - piece.left


def _meet(rule, line):
    return rule.left < line.right and line.left < rule.right


def _lines(chars):
    """Letters of one base line without a wide gap, from left to right."""
    ordered = sorted(chars, key=lambda char: (-round(char["matrix"][5], 1), char["x0"]))
    for _base, row in groupby(ordered, key=lambda char: round(char["matrix"][5], 1)):
        part = []
        for char in row:
            if part and char["x0"] - part[-1]["x1"] > 15:
                yield _line(part)
                part = []
            part.append(char)
        yield _line(part)


def _line(chars):
    text = "".join(char["text"] for char in chars)
    inked = [char for char in chars if char["text"].strip()] or chars
    first = inked[0]
    return Line(
        text.strip(),
        inked[0]["x0"] / MM,
        inked[-1]["x1"] / MM,
        (first["top"] + first["y1"] - first["matrix"][5]) / MM,
        first["top"] / MM,
        round(max(char["size"] for char in inked), 2),
        all("Bold" in char["fontname"] for char in inked),
        all("Italic" in char["fontname"] for char in inked),
    )
