"""The styles of the Word file, named as a clerk calls the boxes of Nghị định 30/2020/NĐ-CP."""

from collections import namedtuple

from .word_xml import borders, cell_margins, twips, w

FONT = "Times New Roman"
GRID = "DCBangKe"
CELL_MARGIN = 80
RULE_HEIGHT = 60
ROOM_TO_SIGN = twips(25)

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
Style = namedtuple("Style", "id name size bold italic align before after more")


def _style(style_id, name, size, look="", align=None, before=0, after=0, **more):
    """`look` holds b for bold, i for italic; `before` and `after` are points."""
    return Style(style_id, name, size, "b" in look, "i" in look, align, before, after, more)


def _styles(layout):
    gap = layout["paragraph_gap"]
    text = {"line": round(240 * layout["line_spacing"])}
    indented = {**text, "first": twips(layout["first_line_indent"])}
    heading = {**text, "keep": True}
    return [
        _style("DCQuocHieu", "DC Quốc hiệu", "country", "b", "center"),
        _style("DCTieuNgu", "DC Tiêu ngữ", "motto", "b", "center"),
        _style("DCCoQuanChuQuan", "DC Cơ quan chủ quản", "superior", "", "center"),
        _style("DCCoQuanBanHanh", "DC Cơ quan ban hành", "issuer", "b", "center"),
        _style("DCDuongKe", "DC Đường kẻ", None, "", "center", exact=RULE_HEIGHT),
        _style("DCSoKyHieu", "DC Số, ký hiệu", "number", "", "center"),
        _style("DCDiaDanh", "DC Địa danh, ngày tháng", "place_and_date", "i", "center"),
        _style(
            "DCTrichYeuCongVan",
            "DC Trích yếu công văn",
            "letter_subject",
            "",
            "center",
            layout["letter_subject_gap"],
        ),
        _style("DCDoKhan", "DC Độ khẩn", "urgency", "b", "center", 8, 4, color="FF0000"),
        _style("DCLuuHanh", "DC Phạm vi lưu hành", "circulation", "b", "center", 8, 4),
        _style("DCDuThao", "DC Dự thảo", "number", "b", "center", 6),
        _style("DCTenLoai", "DC Tên loại", "title", "b", "center", 18, keep=True),
        _style("DCTrichYeu", "DC Trích yếu", "subject", "b", "center", keep=True),
        _style(
            "DCThamQuyen", "DC Thẩm quyền ban hành", "body", "b", "center", 6, gap + 6, **heading
        ),
        _style("DCLenh", "DC Quyết định, quyết nghị", "body", "b", "center", 10, 10, **heading),
        _style("DCCanCu", "DC Căn cứ", "bases", "i", "both", 0, gap, **indented),
        _style("DCKinhGui", "DC Kính gửi", "addressee", "", "center", 12, gap + 6, **text),
        _style(
            "DCKinhGuiNhieu",
            "DC Kính gửi nhiều nơi",
            "addressee",
            "",
            None,
            12,
            3,
            left=30,
            **heading,
        ),
        _style(
            "DCKinhGuiDong", "DC Kính gửi, từng dòng", "addressee", "", None, 0, 3, left=45, **text
        ),
        _style("DCNoiDung", "DC Nội dung", "body", "", "both", 0, gap, **indented),
        _style("DCKhongThut", "DC Nội dung không thụt", "body", "", "both", 0, gap, **text),
        _style("DCGiua", "DC Nội dung giữa", "body", "", "center", 0, gap, **text),
        _style("DCPhai", "DC Nội dung bên phải", "body", "", "right", 0, gap, **text),
        _style("DCGhiChu", "DC Ghi chú", "body", "i", "both", 0, gap, **indented),
        _style("DCLietKe", "DC Liệt kê", "body", "", "both", 0, gap, **indented),
        _style("DCChoGhi", "DC Chỗ ghi tay", "body", "", None, 0, gap, **text),
        _style("DCOBang", "DC Ô bảng", "body", "", None, 2, 2),
        _style("DCDauBang", "DC Đầu bảng", "body", "b", "center", 2, 2, keep=True),
        _style("DCNoiNhan", "DC Nơi nhận", "recipients_word", "bi", None, keep=True),
        _style("DCNoiNhanDong", "DC Nơi nhận, từng dòng", "recipients", "", None),
        _style("DCChucVu", "DC Chức vụ người ký", "signatory_title", "b", "center", keep=True),
        _style("DCGhiChuKy", "DC Ghi chú chữ ký", "signatory_title", "i", "center", keep=True),
        _style("DCHoTen", "DC Họ tên người ký", "signatory_name", "b", "center", ROOM_TO_SIGN / 20),
        _style("DCPhuLuc", "DC Phụ lục", "annex_word", "b", "center", keep=True, outline=0),
        _style("DCTenPhuLuc", "DC Tên phụ lục", "annex_title", "b", "center", keep=True),
        _style("DCKemTheo", "DC Kèm theo", "annex_reference", "i", "center", keep=True),
        _style("DCDiaChi", "DC Địa chỉ cơ quan", "address", "", "center"),
        _style("Header", "header", "page_number", "", "center"),
        _style("Footer", "footer", "address", "", "center"),
        _style("Heading1", "heading 1", "headings", "b", "center", 6, gap, outline=0, **heading),
        _style("Heading2", "heading 2", "headings", "b", "center", 6, gap, outline=1, **heading),
        *(
            _style(
                f"Heading{level}",
                f"heading {level}",
                "headings",
                "" if level == 5 else "b",
                "both",
                0,
                gap,
                outline=level - 1,
                keep=True,
                **indented,
            )
            for level in range(3, 7)
        ),
    ]


def write_styles(element, layout):
    """Fill an emptied <w:styles> with those of a paper."""
    element[:] = [
        _defaults(),
        w(
            "style",
            w("name", val="Normal"),
            w("qFormat"),
            w("rPr", *_size(layout["sizes"]["body"])),
            type="paragraph",
            default=1,
            styleId="Normal",
        ),
        w(
            "style",
            w("name", val="Normal Table"),
            w("uiPriority", val=99),
            w("semiHidden"),
            w("unhideWhenUsed"),
            w("tblPr", w("tblInd", w=0, type="dxa"), cell_margins(108)),
            type="table",
            default=1,
            styleId="TableNormal",
        ),
        w(
            "style",
            w("name", val="DC Bảng kẻ"),
            w("basedOn", val="TableNormal"),
            w("qFormat"),
            w(
                "tblPr",
                borders("tblBorders", dict.fromkeys(_SIDES, 0)),
                cell_margins(CELL_MARGIN),
            ),
            type="table",
            customStyle=1,
            styleId=GRID,
        ),
        *(_element(style, layout["sizes"]) for style in _styles(layout)),
    ]


def _defaults():
    fonts = dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), FONT)
    return w(
        "docDefaults",
        w(
            "rPrDefault",
            w(
                "rPr",
                w("rFonts", **fonts),
                *_size(14),
                w("lang", val="vi-VN", eastAsia="vi-VN", bidi="vi-VN"),
            ),
        ),
        w("pPrDefault", w("pPr", w("spacing", before=0, after=0, line=240, lineRule="auto"))),
    )


def _element(style, sizes):
    more = style.more
    line = more.get("exact") or more.get("line", 240)
    builtin = not style.name.startswith("DC ")
    return w(
        "style",
        w("name", val=style.name),
        w("basedOn", val="Normal"),
        w("next", val="DCNoiDung") if "outline" in more else None,
        w("qFormat"),
        w(
            "pPr",
            w("keepNext") if more.get("keep") else None,
            w(
                "spacing",
                before=round(20 * style.before),
                after=round(20 * style.after),
                line=line,
                lineRule="exact" if more.get("exact") else "auto",
            ),
            w("ind", firstLine=more["first"]) if "first" in more else None,
            w("jc", val=style.align) if style.align else None,
            w("outlineLvl", val=more["outline"]) if "outline" in more else None,
        ),
        w(
            "rPr",
            w("b") if style.bold else None,
            w("i") if style.italic else None,
            w("color", val=more["color"]) if "color" in more else None,
            *_size(sizes[style.size] if style.size else 2),
        ),
        type="paragraph",
        customStyle=None if builtin else 1,
        styleId=style.id,
    )


def _size(points):
    return w("sz", val=round(2 * points)), w("szCs", val=round(2 * points))
