"""Head and foot of the Word file: tables without lines, as clerks make them."""

from .word_xml import borders, paragraph, plain_table, twips, width_of

# Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục V: millimetres.
_URGENCY_WIDTHS = {"HỎA TỐC": 30, "THƯỢNG KHẨN": 40, "KHẨN": 20}
_BOX_HEIGHT = 8
# Between the two columns of the letterhead nothing may touch.
_AIR = twips(3)


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
    subject = head["subject"]
    paragraphs = _texts("DCTenLoai", [head["title"]], keep=True)
    paragraphs += _texts("DCTrichYeu", subject, keep=True)
    if paragraphs:
        size = layout["sizes"]["subject" if subject else "title"]
        last = (subject or [head["title"]])[-1]
        length = min(text_width, width_of(last, size, bold=True))
        paragraphs.append(rule(length * layout["rule"], text_width, after=240))
    return paragraphs


def foot(foot, text_width):
    """Signatures, and Nơi nhận beside a single one or below several."""
    signatures = [signature(one) for one in foot["signatures"]]
    recipients = _recipients(foot["recipients"])
    if len(signatures) > 1:
        return plain_table(_shares(text_width, len(signatures)), [signatures, [recipients]])
    return plain_table(_shares(text_width, 2), [[recipients, *(signatures or [[]])]])


def signatures(columns, text_width):
    """Signatures side by side inside the text."""
    cells = [signature(one) for one in columns]
    return plain_table(_shares(text_width, len(cells)), [cells])


def signature(one):
    return [
        *_texts("DCChucVu", one["lines"]),
        *_texts("DCGhiChuKy", [one["note"]]),
        paragraph("DCHoTen", *filter(None, [one["name"]])),
    ]


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
    """The right column as wide as its longest line, within 55 and 65 hundredths of the page."""
    right = max(
        width_of(head["country"], sizes["country"], bold=True),
        width_of(head["motto"], sizes["motto"], bold=True),
        width_of(head["place_date"] or "", sizes["place_and_date"], italic=True),
    )
    right = round(min(max(right + _AIR, 0.55 * text_width), 0.65 * text_width))
    return [text_width - right, right]


def _issuer(head, layout, column):
    lines = head["issuer"]
    cell = _texts("DCCoQuanChuQuan", head["superior"]) + _texts("DCCoQuanBanHanh", lines)
    if lines:
        widest = max(width_of(line, layout["sizes"]["issuer"], bold=True) for line in lines)
        cell.append(rule(min(widest, column) * layout["rule"], column, after=80))
    return cell


def _country(head, layout, column):
    motto = head["motto"]
    cell = _texts("DCQuocHieu", [head["country"]]) + _texts("DCTieuNgu", [motto])
    if motto:
        length = min(width_of(motto, layout["sizes"]["motto"], bold=True), column)
        cell.append(rule(length, column, after=80))
    return cell


def _number(paper, column):
    head, sizes = paper["head"], paper["layout"]["sizes"]
    cell = _texts("DCSoKyHieu", [head["number"]])
    cell += _texts("DCTrichYeuCongVan", [head["letter_subject"]])
    if urgency := head["urgency"]:
        width = twips(_URGENCY_WIDTHS.get(urgency, 30))
        cell.append(_boxed("DCDoKhan", urgency, width, sizes["urgency"], column, color="FF0000"))
    if circulation := head["circulation"]:
        width = width_of(circulation, sizes["circulation"], bold=True) + twips(6)
        cell.append(_boxed("DCLuuHanh", circulation, width, sizes["circulation"], column))
    if paper["draft"]:
        cell += _texts("DCDuThao", ["DỰ THẢO"])
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
