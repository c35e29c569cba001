"""Head and foot of the Word file: tables without lines, as clerks make them."""

from docx.oxml.ns import qn

from .word_measure import balanced, line_height, widest, width_of, wrapped
from .word_styles import ROOM_TO_SIGN, RULE_HEIGHT
from .word_xml import borders, paragraph, plain_table, twips

# Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V: millimetres.
_URGENCY_WIDTHS = {"HỎA TỐC": 30, "THƯỢNG KHẨN": 40, "KHẨN": 20}
_BOX_HEIGHT = 8
# Between the two columns of the letterhead nothing may touch.
_AIR = 80
_BELOW_RULE = 120
_SIDE_BY_SIDE = 3


def letterhead(paper, text_width):
    """The table with issuer and number on the left, country, place and date on the right.

    Each column is one cell and is read downwards. The lower column of the two is kept down to
    the line of the other, so that number and date are on one line.
    """
    head, layout = paper["head"], paper["layout"]
    sizes = layout["sizes"]
    widths = _column_widths(head, sizes, text_width)
    left, left_height = _issuer(head, layout, widths[0])
    right, right_height = _country(head, layout, widths[1])
    left_ascent, right_ascent = (
        round(20 * 0.891 * sizes[name]) for name in ("number", "place_and_date")
    )
    low = _BELOW_RULE + max(left_height + left_ascent, right_height + right_ascent)
    number = _down(_texts("DCSoKyHieu", [head["number"]]), low - left_height - left_ascent)
    date = _down(_texts("DCDiaDanh", [head["place_date"]]), low - right_height - right_ascent)
    return plain_table(
        widths, [[[*left, *number, *_below_number(paper, widths[0])], [*right, *date]]]
    )


def titles(head, layout, text_width):
    """Name of the kind and subject, with the rule under the last line."""
    title, subject = _texts("DCTenLoai", [head["title"]]), head["subject"]
    if not (title or subject):
        return []
    size = layout["sizes"]["subject" if subject else "title"]
    lines = subject or [head["title"]]
    room = balanced(lines, text_width - 2 * twips(layout["first_line_indent"]), size, bold=True)
    # A hundredth more: Word and the measure may differ by a hair, and a word must not fall down.
    margin = max(0, (text_width - round(1.01 * room)) // 2)
    sides = {"left": margin, "right": margin}
    return [
        *title,
        *_texts("DCTrichYeu", subject, indent=sides),
        rule(widest(lines, room, size, bold=True) * layout["rule"], text_width, after=240),
    ]


def addressee_margins(label, lines, layout, text_width):
    """Label and dashes in the middle of the page, the dashes in one line under the colon.

    Phụ lục I, Phần I, Mục II, khoản 9 điểm a. Returns the margins of the label and of the
    dashes, and how far the text is behind its dash.
    """
    size = layout["sizes"]["addressee"]
    colon = width_of(label.rstrip(":"), size)
    dash = width_of("- ", size)
    longest = max(width_of(line, size) for line in lines) + dash
    left = max(twips(layout["first_line_indent"]), (text_width - colon - longest) // 2)
    return left, min(left + colon, text_width // 2), dash


def foot(paper, text_width):
    """Signatures, and Nơi nhận beside a single one or below several."""
    foot, sizes = paper["foot"], paper["layout"]["sizes"]
    people, recipients = foot["signatures"], _recipients(foot["recipients"])
    halves = _shares(text_width, 2)
    if len(people) > 1 or foot["form"] == "minutes":
        tables = signatures(people, sizes, text_width)
        return tables + ([plain_table(halves, [[recipients, []]])] if recipients else [])
    if not (people or recipients):
        return []
    return [plain_table(halves, [[recipients, *(_signature(one) for one in people)]])]


def signatures(people, sizes, text_width):
    """Tables of three signatures at most, the names on one line."""
    tables = []
    for at in range(0, len(people), _SIDE_BY_SIDE):
        row = people[at : at + _SIDE_BY_SIDE]
        widths = _shares(text_width, len(row))
        size = sizes["signatory_title"]
        heights = [
            _height([*one["lines"], one["note"] or ""], size, widths[0], bold=True) for one in row
        ]
        cells = [
            _signature(one, max(heights) - height) for one, height in zip(row, heights, strict=True)
        ]
        tables.append(plain_table(widths, [cells]))
    return tables


def _signature(one, lower=0):
    return [
        *_texts("DCChucVu", one["lines"]),
        *_texts("DCGhiChuKy", [one["note"]]),
        *_down([paragraph("DCHoTen", *filter(None, [one["name"]]))], ROOM_TO_SIGN + lower),
    ]


def _down(paragraphs, distance):
    """The paragraphs, the first of them so far below what is above."""
    for first in paragraphs[:1]:
        first.pPr.get_or_add_spacing().set(qn("w:before"), str(distance))
    return paragraphs


def rule(length, column, after=0):
    """A line in the middle of the column: the border of an empty paragraph."""
    margin = max(0, round((column - length) / 2))
    return paragraph(
        "DCDuongKe",
        border=borders("pBdr", {"bottom": 0}, sz=6),
        spacing={"after": after},
        indent={"left": margin, "right": margin},
    )


def _texts(style, texts, **own):
    return [paragraph(style, text, **own) for text in texts if text]


def _shares(width, columns):
    return [width // columns] * columns


def _column_widths(head, sizes, text_width):
    """The left column as its lines ask for, the right one never narrower than its own."""
    left = max(
        *(width_of(line, sizes["superior"]) for line in head["superior"]),
        *(width_of(line, sizes["issuer"], bold=True) for line in head["issuer"]),
        width_of(head["number"] or "", sizes["number"]),
        0,
    )
    right = max(
        width_of(head["country"], sizes["country"], bold=True),
        width_of(head["motto"], sizes["motto"], bold=True),
        width_of(head["place_date"] or "", sizes["place_and_date"], italic=True),
    )
    left = max(min(left + _AIR, text_width - right - _AIR), text_width * 6 // 16)
    left = min(left, text_width * 15 // 32)
    return [left, text_width - left]


def _issuer(head, layout, column):
    """The upper left cell and its height."""
    sizes, lines = layout["sizes"], head["issuer"]
    cell = _texts("DCCoQuanChuQuan", head["superior"]) + _texts("DCCoQuanBanHanh", lines)
    height = _height(head["superior"], sizes["superior"], column)
    height += _height(lines, sizes["issuer"], column, bold=True)
    if lines:
        length = widest(lines, column, sizes["issuer"], bold=True)
        cell.append(rule(length * layout["rule"], column))
        height += RULE_HEIGHT
    return cell, height


def _country(head, layout, column):
    """The upper right cell and its height."""
    sizes, motto = layout["sizes"], head["motto"]
    cell = _texts("DCQuocHieu", [head["country"]]) + _texts("DCTieuNgu", [motto])
    height = _height([head["country"]], sizes["country"], column, bold=True)
    height += _height([motto], sizes["motto"], column, bold=True)
    if motto:
        length = widest([motto], column, sizes["motto"], bold=True)
        cell.append(rule(length, column))
        height += RULE_HEIGHT
    return cell, height


def _height(texts, size, column, bold=False):
    return line_height(size) * sum(len(wrapped(text, column, size, bold)) for text in texts)


def _below_number(paper, column):
    head, sizes = paper["head"], paper["layout"]["sizes"]
    cell = _texts("DCTrichYeuCongVan", [head["letter_subject"]])
    if paper["draft"]:
        cell.append(paragraph("DCDuThao", "DỰ THẢO"))
    if urgency := head["urgency"]:
        width = twips(_URGENCY_WIDTHS.get(urgency, 30))
        cell.append(_boxed("DCDoKhan", urgency, width, sizes["urgency"], column, color="FF0000"))
    if circulation := head["circulation"]:
        width = width_of(circulation, sizes["circulation"], bold=True) + twips(6)
        cell.append(_boxed("DCLuuHanh", circulation, width, sizes["circulation"], column))
    return cell


def _boxed(style, text, width, size, column, **line):
    """Word draws the border outside the line, `space` points from it (31 at most)."""
    space = max(0, min(31, round((_BOX_HEIGHT / 25.4 * 72 - 1.15 * size) / 2)))
    margin = max(0, round((column - width) / 2))
    return paragraph(
        style,
        text,
        border=borders("pBdr", {"top": space, "left": 0, "bottom": space, "right": 0}, **line),
        indent={"left": margin, "right": margin},
    )


def _recipients(recipients):
    if not recipients:
        return []
    lines = [paragraph("DCNoiNhanDong", f"- {recipient}") for recipient in recipients]
    return [paragraph("DCNoiNhan", "Nơi nhận:"), *lines]
