"""Past awards out of an Excel file: every row is taken, or told what is wrong with it."""

import datetime
import re
import zipfile
from dataclasses import dataclass, field
from io import BytesIO

import openpyxl

from .text import fold

COLUMNS = {
    "name": "Họ và tên, tên tập thể",
    "target": "Cá nhân/Tập thể",
    "section": "Tổ, bộ phận",
    "award": "Danh hiệu, hình thức khen thưởng",
    "year": "Năm, năm học",
    "merit": "Thành tích",
    "decision": "Số quyết định",
    "day": "Ngày quyết định",
    "issuer": "Cơ quan quyết định",
    "bonus": "Tiền thưởng (đồng)",
}
WRONG = "Cần sửa"
REQUIRED = ("name", "award")
MOST = 5000
_LARGEST = 100 * 1024 * 1024
_HEADS_WITHIN = 15
_ALIASES = {
    "name": ("ho va ten", "ho ten", "ten ca nhan", "ca nhan, tap the"),
    "target": ("loai", "doi tuong"),
    "section": ("to", "bo phan", "don vi", "to chuyen mon", "phong, ban"),
    "award": ("danh hieu", "hinh thuc khen thuong", "hinh thuc", "danh hieu thi dua"),
    "year": ("nam", "nam hoc", "giai doan"),
    "merit": ("noi dung", "ly do"),
    "decision": ("quyet dinh", "so qd", "so quyet dinh", "so, ky hieu"),
    "day": ("ngay qd", "ngay", "ngay ky", "ngay ban hanh"),
    "issuer": ("co quan ban hanh", "cap khen", "noi cap", "co quan khen thuong"),
    "bonus": ("tien thuong", "muc thuong", "so tien"),
}
_YEAR = re.compile(r"^(?:nam hoc |nam )?((?:19|20)\d\d)(?: ?- ?((?:19|20)?\d\d))?$")
_DAY = re.compile(r"^(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})$")
_LONG_DAY = re.compile(r"^(?:ngay )?(\d{1,2}) thang (\d{1,2}) nam (\d{4})$")


class Unreadable(ValueError):
    """`reason`: not_excel, no_heads (`missing`: titles), empty, too_many."""

    def __init__(self, reason, missing=()):
        super().__init__(reason)
        self.reason = reason
        self.missing = missing


@dataclass
class Row:
    """A row of the file as it was typed (`cells`), what was read of it (`values`), and what is
    wrong with it (`errors`: (code, piece))."""

    number: int
    cells: dict
    values: dict = field(default_factory=dict)
    errors: list = field(default_factory=list)


def read(content):
    """The rows of the first sheet below the line that bears the titles of the columns."""
    lines = _lines(content)
    places, below = _places(lines)
    rows = []
    for number, line in lines[below:]:
        cells = {name: line[place] if place < len(line) else None for name, place in places.items()}
        if any(_text(cell) for name, cell in cells.items() if name != "target"):
            rows.append(_row(number, cells))
    if not rows:
        raise Unreadable("empty")
    if len(rows) > MOST:
        raise Unreadable("too_many")
    return rows


def _lines(content):
    try:
        # A small file can hold a very large one.
        with zipfile.ZipFile(BytesIO(content)) as package:
            if sum(part.file_size for part in package.infolist()) > _LARGEST:
                raise Unreadable("too_many")
        book = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        # What a file says of its own size is not believed.
        sheet.reset_dimensions()
        lines = []
        for number, line in enumerate(sheet.iter_rows(values_only=True, max_col=60), start=1):
            if number > 2 * MOST:
                break
            lines.append((number, list(line)))
        book.close()
    except (
        zipfile.BadZipFile,
        openpyxl.utils.exceptions.InvalidFileException,
        KeyError,
        ValueError,
        IndexError,
        OSError,
        SyntaxError,
        TypeError,
    ) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable("not_excel") from None
    return lines


def _places(lines):
    """({column: place}, how many lines stand above the rows)."""
    best = {}
    for below, (_number, line) in enumerate(lines[:_HEADS_WITHIN], start=1):
        found = {}
        for place, cell in enumerate(line):
            name = _column(cell)
            if name and name not in found:
                found[name] = place
        if all(name in found for name in REQUIRED):
            return found, below
        if len(found) > len(best):
            best = found
    raise Unreadable("no_heads", [COLUMNS[name] for name in REQUIRED if name not in best])


def _column(cell):
    words = fold(_text(cell)).rstrip(" *:")
    for name, title in COLUMNS.items():
        if words == fold(title) or words in _ALIASES[name]:
            return name
    return None


def _row(number, cells):
    row = Row(number, {name: _shown(cell) for name, cell in cells.items()})
    for name in ("name", "section", "award", "merit", "decision", "issuer"):
        row.values[name] = _text(cells.get(name))
    for name in REQUIRED:
        if not row.values[name]:
            row.errors.append((f"no_{name}", ""))
    for name, reader in (
        ("target", _target),
        ("year", _year),
        ("day", _day),
        ("bonus", _bonus),
    ):
        try:
            row.values[name] = reader(cells.get(name))
        except ValueError:  # noqa: PERF203
            row.values[name] = None
            row.errors.append((name, row.cells.get(name, "")))
    return row


def _target(cell):
    words = fold(_text(cell))
    if not words:
        return None
    if words in ("ca nhan", "cn", "nguoi"):
        return "person"
    if words in ("tap the", "tt", "don vi"):
        return "collective"
    raise ValueError(words)


def _year(cell):
    """ "2025" or "2025-2026"; of several years the words, as a period."""
    if isinstance(cell, datetime.date):
        return str(cell.year), ""
    words = fold(_text(cell)).replace("–", "-")
    if not words:
        return "", ""
    if found := _YEAR.match(words):
        first, last = int(found[1]), found[2]
        if not last:
            return str(first), ""
        last = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        if last == first + 1:
            return f"{first}-{last}", ""
        if last > first:
            return "", f"giai đoạn {first} - {last}"
        raise ValueError(words)
    if words.startswith("giai doan "):
        return "", _text(cell)
    raise ValueError(words)


def _day(cell):
    if isinstance(cell, datetime.datetime):
        return cell.date()
    if isinstance(cell, datetime.date):
        return cell
    words = fold(_text(cell))
    if not words:
        return None
    found = _DAY.match(words) or _LONG_DAY.match(words)
    if not found:
        raise ValueError(words)
    day, month, year = map(int, found.groups())
    return datetime.date(year, month, day)


def _bonus(cell):
    if cell is None or isinstance(cell, bool):
        return 0
    if isinstance(cell, (int, float)):
        number = cell
    else:
        words = re.sub(r"(?:dong|vnd|d)$", "", fold(_text(cell))).strip()
        if not words:
            return 0
        if not re.fullmatch(r"\d{1,3}(?:[ .,]\d{3})+|\d+", words):
            raise ValueError(words)
        number = int(re.sub(r"\D", "", words))
    if not 0 <= number < 2**31 or number != int(number):
        raise ValueError(number)
    return int(number)


def _text(cell):
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        cell = int(cell)
    return " ".join(str(cell).split())


def _shown(cell):
    """As it goes back to who typed it."""
    if isinstance(cell, datetime.date):
        return f"{cell:%d/%m/%Y}"
    return _text(cell)
