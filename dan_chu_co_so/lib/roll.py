"""Who is meant by the words in a table of tasks: a unit, a person, a position, all staff."""

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass

from .text import fold

_ADDRESS = re.compile(r"^(?:đ/c|đ\.c|đồng chí|ông|bà|thầy|cô|anh|chị) ")
_BARE_ADDRESS = re.compile(r"^(?:d c|dong chi|ong|ba|thay|co|anh|chi) ")
_ALL_STAFF = re.compile(
    r"(?:toan the|toan bo|tat ca|moi)(?: (?:cac|doi ngu))?"
    r" (?:can bo|cong chuc|vien chuc|giao vien|nhan vien|nguoi lao dong|hoi dong su pham|cb|ccvc)"
)
# "Các trưởng phòng" folds to the same letters as schools do.
_EVERY_UNIT = re.compile(
    r"(?:tat ca )?(?:cac|moi) (?:(?:co quan )?don vi truc thuoc|don vi su nghiep|co so giao duc"
    r"|(?:nha )?truong(?! (?:phong|ban|bo phan|to|khoa|doan|nhom))|trung tam|xa phuong|phuong xa)"
)
_OUTSIDE = re.compile(
    r"(?:ubnd|hdnd|uy ban nhan dan|hoi dong nhan dan|so|bo(?! phan)|mttq|mat tran|ban thuong truc"
    r"|uy ban mat tran|cong an|bao hiem xa hoi|tinh uy|thanh uy|dang uy|ban dan van"
    r"|ban tuyen giao)\b"
)
_LONGER = {"p": "phong", "vp": "van phong", "th": "tieu hoc", "mn": "mam non"}

INSIDE, BELOW, BESIDE = range(3)


@dataclass(frozen=True)
class Who:
    """`kind`: unit, employee, all_staff, units_below, position or outside. The last two have
    words only; `is_doubtful` when the words fit several."""

    kind: str
    key: object = None
    words: str = ""
    is_doubtful: bool = False


class Roll:
    """Names of units and people, the nearer ones first.

    `entries`: (kind, key, rank, names), the rank being INSIDE, BELOW or BESIDE. Of several that
    fit, the one of the lowest rank is meant; if that is not one alone, nobody is chosen.
    """

    def __init__(self, entries):
        self._exact, self._folded = defaultdict(set), defaultdict(set)
        self._has_units_below = False
        for kind, key, rank, names in entries:
            self._has_units_below |= kind == "unit" and rank == BELOW
            for name in filter(None, names):
                self._exact[_tidy(name)].add((rank, kind, key))
                for alias in _aliases(name):
                    self._folded[alias].add((rank, kind, key))

    def find(self, text):
        words = " ".join((text or "").split()).strip(" .,;:-")
        bare = _bare(words)
        if not bare:
            return Who("nobody", words=words)
        if _ALL_STAFF.match(bare):
            return Who("all_staff", words=words)
        if self._has_units_below and _EVERY_UNIT.match(bare):
            return Who("units_below", words=words)
        tidy = _tidy(words)
        for found in (
            self._exact.get(tidy),
            self._exact.get(_ADDRESS.sub("", tidy, count=1)),
            self._folded.get(bare),
            self._folded.get(_BARE_ADDRESS.sub("", bare, count=1)),
        ):
            if found:
                nearest = min(rank for rank, _kind, _key in found)
                fitting = [(kind, key) for rank, kind, key in found if rank == nearest]
                if len(fitting) == 1:
                    return Who(*fitting[0], words)
                return Who(_sort(bare), None, words, is_doubtful=True)
        return Who(_sort(bare), None, words)


def _sort(bare):
    return "outside" if _OUTSIDE.match(bare) else "position"


def _tidy(text):
    return unicodedata.normalize("NFC", " ".join(text.split())).casefold()


def _bare(text):
    return " ".join(re.findall(r"[a-z0-9]+", fold(text)))


def _aliases(name):
    bare = _bare(name)
    yield bare
    first, _space, rest = bare.partition(" ")
    if rest and first in _LONGER:
        yield f"{_LONGER[first]} {rest}"
    if bare.startswith("truong "):
        yield rest
