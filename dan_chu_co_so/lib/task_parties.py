"""Who does a task, out of one cell: "Phòng A chủ trì, phối hợp với B, C"."""

import re

_WITH = re.compile(
    r"\bph[ốôo]i h[ợơo]p(?: (?:với|voi|thực hiện|thuc hien|cùng|cung))*\b[\s:]*",
    re.IGNORECASE,
)
_LEADS = re.compile(
    r"(?:^(?:đơn vị |don vi ))?\bch[ủu] tr[ìi]\b(?: (?:thực hiện|thuc hien))?[\s:,]*",
    re.IGNORECASE,
)
_LINES = re.compile(r"[;\n]")
_EMPTY = re.compile(r"\( ?\)")
_EDGES = " .,:/-–+•"
_LIST = re.compile(r"[;\n,]")


def parties_of(who, partners=None):
    """(lead, partners) of the cell that names the lead, or both, and of that of the partners.

    "A; B, C" without a word who leads is A with B and C, so is "A, B": unless partners have a
    column to themselves, where a comma is part of the name.
    """
    leading, *supporting = _WITH.split(who, maxsplit=1)
    has_own_column = partners is not None
    leading = _LEADS.sub(" ", leading).strip(" \n")
    is_one_list = not (supporting or has_own_column or _LINES.search(leading))
    lead, *others = _names(leading, _LIST if is_one_list else _LINES) or [""]
    others = [name for other in others for name in _names(other, _LIST)]
    named = [name for part in (*supporting, partners or "") for name in _names(part, _LIST)]
    return lead, list(dict.fromkeys(others + named))


def _names(text, parting):
    return [name for name in map(_name, parting.split(text)) if name]


def _name(words):
    name = _EMPTY.sub(" ", " ".join(words.split())).strip(_EDGES)
    return name if name.count("(") == name.count(")") else name.strip(f"(){_EDGES}")
