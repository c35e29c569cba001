"""Head and foot of the Word file: tables without lines, as clerks make them."""

from .word_measure import balanced, widest, width_of
from .word_xml import borders, paragraph, plain_table, twips

# Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V: millimetres.
_URGENCY_WIDTHS = {"HỎA TỐC": 30, "THƯỢNG KHẨN": 40, "KHẨN": 20}
_BOX_HEIGHT = 8
# Between the two columns of the letterhead nothing may touch.
_AIR = 80
_SIDE_BY_SIDE = 3


def letterhead(paper, text_width):
    """The table with issuer and number on the left, country, place and date on the right."""
    head, layout = paper["head"], paper["layout"]
    widths = _column_widths(head, layout["sizes"], text_width)
    return plain_table(
        widths,
        [
            [_issuer(head, layout, widths[0]), _country(head, layout, widths[1])],
            [_number(paper, widths[0]), _texts("DCDiaDanh", [head["place_date"]])],
        ],
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
    return left, left + colon, dash


def foot(foot, text_width):
    """Signatures, and Nơi nhận beside a single one or below several."""
    people, recipients = foot["signatures"], _recipients(foot["recipients"])
    if len(people) > 1 or foot["form"] == "minutes":
        tables = signatures(people, text_width)
        below = [plain_table(_shares(text_width, 2), [[recipients, []]])] if recipients else []
        return [*tables, *below]
    signature = [part for one in people for part in [*_office(one), _name(one)]]
    return [plain_table(_shares(text_width, 2), [[recipients, signature]])]


def signatures(people, text_width):
    """Tables of three signatures at most, the names on one line."""
    rows = [people[at : at + _SIDE_BY_SIDE] for at in range(0, len(people), _SIDE_BY_SIDE)]
    return [
        plain_table(
            _shares(text_width, len(row)),
            [[_office(one) for one in row], [[_name(one)] for one in row]],
        )
        for row in rows
    ]


def _office(one):
    return _texts("DCChucVu", one["lines"]) + _texts("DCGhiChuKy", [one["note"]])


def _name(one):
    return paragraph("DCHoTen", *_given(one["name"]))


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


def _given(text):
    return [text] if text else []


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
    lines = head["issuer"]
    cell = _texts("DCCoQuanChuQuan", head["superior"]) + _texts("DCCoQuanBanHanh", lines)
    if lines:
        length = widest(lines, column, layout["sizes"]["issuer"], bold=True)
        cell.append(rule(length * layout["rule"], column, after=120))
    return cell


def _country(head, layout, column):
    motto = head["motto"]
    cell = _texts("DCQuocHieu", [head["country"]]) + _texts("DCTieuNgu", [motto])
    if motto:
        length = min(width_of(motto, layout["sizes"]["motto"], bold=True), column)
        cell.append(rule(length, column, after=120))
    return cell


def _number(paper, column):
    head, sizes = paper["head"], paper["layout"]["sizes"]
    cell = _texts("DCSoKyHieu", [head["number"]])
    cell += _texts("DCTrichYeuCongVan", [head["letter_subject"]])
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
