"""Place and date of a paper (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4)."""

import unicodedata

from .citation import long_date
from .clock import vietnamese
from .text import ROOM


def place_and_date(place, day, today):
    """ "Gò Vấp, ngày 24 tháng 02 năm 2022".

    Without a day there is room to write it in; month and year are those of `today`.
    """
    dated = f"ngày {long_date(day)}" if day else f"ngày{ROOM}{_month_and_year(today)}"
    place = unicodedata.normalize("NFC", " ".join((place or "").split()))
    return f"{place}, {dated}" if place else dated


def hour_and_date(moment):
    """ "8 giờ 00 phút, ngày 05 tháng 01 năm 2027", of a moment as stored."""
    local = vietnamese(moment)
    return f"{local.hour} giờ {local.minute:02d} phút, ngày {long_date(local.date())}"


def _month_and_year(today):
    return long_date(today).partition(" ")[2]
