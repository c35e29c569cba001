"""Pieces of text with their marks, tidied into runs."""

import re
import unicodedata

from .words import clean

MARKS = ("bold", "italic", "underline", "sup", "sub")
BREAK = None

_SPACE = re.compile("[ \t\n\r\f\v\u2028\u2029]+")


def tidy(pieces, blank=" "):
    """Runs of a paragraph from `(text or BREAK, marks)`, white space as HTML shows it.

    Characters of `blank` are taken off at both ends and around breaks; a paragraph of nothing but
    white space has no runs.
    """
    lines = [[]]
    for text, marks in pieces:
        if text is BREAK:
            lines.append([])
        else:
            _add(lines[-1], text, marks)
    lines = [_tidy_line(line, blank) for line in lines]
    while lines and not lines[0]:
        lines.pop(0)
    while lines and not lines[-1]:
        lines.pop()
    runs = []
    for place, line in enumerate(lines):
        runs += [{"break": True}] * bool(place) + line
    return runs


def text_of(runs):
    """The text of runs; a break is a space."""
    return "".join(" " if run.get("break") else run["text"] for run in runs)


def _add(line, text, marks):
    """Join what has the same marks; a tone written apart goes to the letter before it."""
    text = clean(text)
    tones = 0
    while line and tones < len(text) and unicodedata.combining(text[tones]):
        tones += 1
    if tones:
        line[-1][0] += text[:tones]
        text = text[tones:]
    if text and line and line[-1][1] == marks:
        line[-1][0] += text
    elif text:
        line.append([text, marks])


def _tidy_line(line, blank):
    runs, after_space = [], True
    for text, marks in line:
        collapsed = _SPACE.sub(" ", text)
        if after_space:
            collapsed = collapsed.lstrip(" ")
        if collapsed:
            after_space = collapsed.endswith(" ")
            runs.append([collapsed, marks])
    while runs and not (stripped := runs[-1][0].rstrip(blank)):
        runs.pop()
    if runs:
        runs[-1][0] = stripped
    while runs and not (stripped := runs[0][0].lstrip(blank)):
        runs.pop(0)
    if runs:
        runs[0][0] = stripped
    return [
        {"text": clean(text), **{mark: True for mark in MARKS if mark in marks}}
        for text, marks in _joined(runs)
    ]


def _joined(runs):
    """Neighbours that became alike since an empty run between them went away."""
    joined = []
    for text, marks in runs:
        if joined and joined[-1][1] == marks:
            joined[-1][0] += text
        else:
            joined.append([text, marks])
    return joined
