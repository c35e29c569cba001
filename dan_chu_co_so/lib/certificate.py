"""The words of a certificate, out of plain values."""

from dataclasses import dataclass

from .paper.words import one_line
from .text import capitals

# Set smaller and smaller, these still can be read.
LONGEST = {"name": 220, "position": 220, "merit": 600, "award": 160, "giver": 200, "notes": 400}


@dataclass(frozen=True)
class Given:
    """`category` as awards have it; `period` as printed: "năm học 2025-2026"."""

    name: str
    award: str
    category: str = "form"
    position: str = ""
    merit: str = ""
    period: str = ""
    decision: str = ""


def wording(given, opening=""):
    """{part of the certificate: text}, a part that is not printed being None."""
    award, merit = one_line(given.award), one_line(given.merit)
    is_named = given.category in ("form", "praise")
    return {
        "opening": capitals(opening) or ("TẶNG" if given.category == "form" else None),
        "what": capitals(award) if is_named else "CHỨNG NHẬN",
        "name": one_line(given.name),
        "position": one_line(given.position) or None,
        "reached": None if is_named else f"{_REACHED[given.category]} “{award}”",
        "merit": _merit(merit, one_line(given.period), is_named),
    }


_REACHED = {"title": "Đạt danh hiệu", "prize": "Đạt"}


_SCHOOL_YEAR = "năm học "


def _merit(merit, period, is_named):
    if merit:
        told = f"Thành tích: {merit}"
        # Whoever typed the year into the merit does not read it twice.
        if period.startswith(_SCHOOL_YEAR) and told.lower().endswith(_SCHOOL_YEAR.strip()):
            told += period.removeprefix(_SCHOOL_YEAR.strip())
        elif period and _bare(period) not in _bare(merit):
            told += f" ({period})"
        return told
    if is_named:
        return " ".join(filter(None, ("Đã có thành tích xuất sắc trong", period or "công tác")))
    return period[:1].upper() + period[1:] or None


def _bare(text):
    return "".join(text.casefold().replace("–", "-").split()).removeprefix("nămhọc")


def period(work_year="", years_text=""):
    """ "2025-2026" is the year of a school, "2026" a calendar year."""
    if years_text:
        return one_line(years_text)
    if not work_year:
        return ""
    return f"năm học {work_year}" if "-" in work_year else f"năm {work_year}"


def too_long(words):
    """Parts that could not be read at any size: (part, letters, most)."""
    return [
        (part, len(words[part] or ""), most)
        for part, most in LONGEST.items()
        if len(words.get(part) or "") > most
    ]
