"""What stands over an annex (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục III, khoản 1)."""

from .numbering import printed_number
from .paper.words import roman
from .paper_date import place_and_date


def annex_label(place, count):
    """Of the annex at `place`, from 1 on: a single one bears no number."""
    return "Phụ lục" if count == 1 else f"Phụ lục {roman(place)}"


def annex_reference(kind_name, number, symbol, day, today, issuer):
    """ "(Kèm theo Kế hoạch số 63/KH-TnS ngày 05 tháng 01 năm 2027 của Trường THCS Tây Sơn)".

    Without a number or a day there is room to write them in.
    """
    printed = printed_number(number, symbol).removeprefix("Số:").lstrip(" ")
    dated = place_and_date("", day, today)
    return f"(Kèm theo {kind_name} số {printed} {dated} của {issuer})"
