"""Words in which papers of boards and inspections are written."""

from .citation import long_date
from .clock import vietnamese
from .plan_text import running
from .text import fold

# What is done, by the kind of inspection; the noun stands after "cuộc", the verb by itself.
DONE = {
    "check": "kiểm tra",
    "supervise": "giám sát",
    "verify": "xác minh",
    "standing": "giám sát thường xuyên",
    "self_check": "tự kiểm tra",
    "steering_check": "kiểm tra",
    "superior_check": "kiểm tra",
    "survey": "khảo sát",
    "duty_check": "kiểm tra công vụ",
}
_HOUSES = ("nha truong", "co quan", "don vi")
_UNION = ("ban chap hanh cong doan", "bch cong doan", "cong doan")
# What fits beside the name of the country; a longer one would leave a word alone on its line.
_HALF_A_LINE = 26
BLANK_MOMENT = "…… giờ …… phút, ngày …… tháng …… năm ………"


def directing_lines(body, unit_name, is_of_residents=False):
    """Above the board in its letterhead: "Công đoàn Trường THPT Hoa Sen".

    The union's committee directs the board, and the union is whose paper it is; another body is
    named with its house. The Front of a commune has its own name.
    """
    lines = [line for line in map(str.strip, (body or "").splitlines()) if line]
    if not lines:
        return []
    known = fold(" ".join(lines))
    if known in _UNION:
        whole = f"Công đoàn {unit_name}"
        return [whole] if len(whole) <= _HALF_A_LINE else ["Công đoàn", unit_name]
    return lines if is_of_residents or _names_its_house(known, unit_name) else [*lines, unit_name]


def directing_name(body, unit_name, is_of_residents=False):
    """The same body within a sentence: "Ban Chấp hành Công đoàn Trường THPT Hoa Sen"."""
    name = " ".join((body or "").split())
    if not name or is_of_residents or _names_its_house(fold(name), unit_name):
        return name
    return f"{name} {unit_name}"


def _names_its_house(body, unit_name):
    """ "Ban đại diện viên chức nhà trường", "Công đoàn phường Tân Hòa": nothing is to be added."""
    return (
        fold(unit_name) in body
        or body.startswith("cong doan ")
        or any(house in body for house in _HOUSES)
    )


def named_matter(kind, name):
    """ "Giám sát việc thu, chi đầu năm", whether the name says what is done or not."""
    done, name = DONE[kind], " ".join((name or "").split())
    if fold(name).startswith(fold(done)):
        return name[:1].upper() + name[1:]
    return f"{done[:1].upper()}{done[1:]} {running(name)}".strip()


def span(first, last):
    """ "từ ngày 01/9/2026 đến ngày 30/9/2026"; with one of the two, as far as it goes."""
    if first and first == last:
        return f"ngày {short(first)}"
    parts = (first and f"từ ngày {short(first)}", last and f"đến ngày {short(last)}")
    return " ".join(filter(None, parts))


def short(day):
    """Months from 3 to 9 need no nought: 01/9/2026, 05/01/2027."""
    return (
        f"{day.day:02d}/{day.month:02d}/{day.year}"
        if day.month < 3
        else (f"{day.day:02d}/{day.month}/{day.year}")
    )


def dated(words, day):
    """ "Quyết định số 45/QĐ-THPT ngày 31/5/2026"; whoever typed the day does not read it twice."""
    if not words or not day or "ngày" in words.lower():
        return words or ""
    return f"{words} ngày {short(day)}"


def minute(moment, day=None):
    """ "8 giờ 05 phút, ngày 05 tháng 01 năm 2027", or room to write in what is not known of it."""
    if not moment:
        return f"…… giờ …… phút, ngày {long_date(day)}" if day else BLANK_MOMENT
    local = vietnamese(moment)
    return f"{local.hour} giờ {local.minute:02d} phút, ngày {long_date(local.date())}"


def lines_of(text):
    """Typed lines without their dashes, each closed as a sentence."""
    return [_closed(line) for line in map(_bare, (text or "").splitlines()) if line]


def count_of(number):
    """ "06 cuộc": figures below ten with a nought."""
    return f"{number:02d}" if number else "0"


def _bare(line):
    return " ".join(line.split()).lstrip("-–+• ").strip()


def _closed(line):
    return line if line.endswith((".", ";", ":", "!", "?", "…")) else f"{line}."
