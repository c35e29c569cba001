"""What kind of unit a Vietnamese name speaks of. A proposal for a person to confirm."""

import re

from .text import fold

# First match wins: "Công đoàn Trường Tiểu học A" is a union, not a school.
_SIGNS = [
    ("organisation", r"(dang bo|dang uy|chi bo|cong doan|doan thanh nien|doan truong|hoi)\b"),
    ("section", r"(phong|van phong|bo phan|thanh tra|khoa)\b"),
    ("professional_group", r"(to|nhom)\b"),
    ("department", r"so\b"),
    ("ward_office", r"(ubnd|uy ban nhan dan) (xa|phuong|dac khu)\b"),
    ("kindergarten", r"(truong )?(mam non|mau giao|mn|nha tre)\b"),
    ("upper_secondary_school", r"(truong )?(trung hoc pho thong|thpt|thcs ?(va|-|&) ?thpt)\b"),
    ("lower_secondary_school", r"(truong )?(trung hoc co so|thcs|th va thcs|th&thcs)\b"),
    ("primary_school", r"(truong )?(tieu hoc|th)\b"),
    ("public_unit", r"(truong|trung tam|benh vien|vien)\b"),
]


def guess_kind(name):
    """The kind's code, or "other"."""
    folded = fold(name)
    return next((kind for kind, sign in _SIGNS if re.match(sign, folded)), "other")
