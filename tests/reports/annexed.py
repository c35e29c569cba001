"""Papers with annexes: a regulation, a wide list, a form to fill in."""

from tests.reports.pieces import (
    BASES,
    annex,
    article,
    cell,
    h,
    item,
    listed,
    p,
    paper,
    signature,
    table,
)
from tests.reports.wording import MATTERS, PURPOSE


def regulation_annex():
    """Quyết định quy định gián tiếp (mẫu 1.3) with the regulation it puts in force."""
    rules = [
        h(1, "Chương I", "Quy định chung"),
        h(6, "Điều 1.", "Phạm vi điều chỉnh"),
        p("Quy chế này quy định việc thực hiện dân chủ trong hoạt động của cơ quan Sở."),
        h(6, "Điều 2.", "Đối tượng áp dụng"),
        listed(
            [
                item("1.", "Công chức, viên chức và người lao động của Sở."),
                item(
                    "2.",
                    "Các tổ chức gồm:",
                    listed(
                        [
                            item("a)", "Công đoàn cơ sở;"),
                            item("b)", "Ban Thanh tra nhân dân;"),
                            item("c)", "Đoàn Thanh niên;"),
                            item("d)", "Hội Cựu chiến binh;"),
                            item("đ)", "Các phòng thuộc Sở."),
                        ]
                    ),
                ),
            ]
        ),
        h(1, "Chương II", "Quy định cụ thể"),
        h(2, "Mục 1", "Công khai"),
        h(6, "Điều 3.", "Những nội dung phải công khai"),
        *map(p, MATTERS["Thực hiện các nội dung công khai"]),
    ]
    return paper(
        [
            p("GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO", "authority"),
            *BASES,
            p("Theo đề nghị của Chánh Văn phòng Sở.", "base"),
            p("QUYẾT ĐỊNH:", "order"),
            article(
                1, "Ban hành kèm theo Quyết định này Quy chế thực hiện dân chủ của cơ quan Sở."
            ),
            article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
            article(3, "Chánh Văn phòng, Trưởng các phòng thuộc Sở thi hành Quyết định này./."),
        ],
        head={
            "number": "Số: 08/QĐ-SGDĐT",
            "title": "QUYẾT ĐỊNH",
            "subject": ["Ban hành Quy chế thực hiện dân chủ của cơ quan Sở"],
        },
        recipients=["Như Điều 3;", "Lưu: VT, VP."],
        annexes=[
            annex(
                rules,
                "QUY CHẾ THỰC HIỆN DÂN CHỦ CỦA CƠ QUAN SỞ",
                label=None,
                reference="(Kèm theo Quyết định số 08/QĐ-SGDĐT ngày 05 tháng 01 năm 2026 của Giám "
                "đốc Sở Giáo dục và Đào tạo)",
            )
        ],
    )


def wide_annex(rows=40):
    """Thông báo with a landscape list and an upright form to be filled in."""
    wide = table(
        ["STT", "Đơn vị", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Thời gian", "Kết quả", "Ghi chú"],
        [
            [
                str(place),
                f"Trường Tiểu học số {place}",
                PURPOSE[place % 2][:90],
                "Hiệu trưởng",
                "Công đoàn",
                f"Tháng {place % 12 + 1}/2026",
                "Báo cáo",
                "",
            ]
            for place in range(1, rows + 1)
        ],
        [1, 4, 8, 3, 3, 3, 3, 2],
    )
    form = [
        p("Đơn vị: ………………………………………………", "flush"),
        p("Tân Hòa, ngày … tháng … năm 2026", "right"),
        p("Nội dung đề nghị", "centered"),
        {"type": "fill", "lines": 5},
        {
            "type": "table",
            "border": False,
            "widths": None,
            "head": [],
            "rows": [[cell("Người lập"), cell("Ngày lập", align="right")]],
        },
        {
            "type": "signatures",
            "columns": [
                signature("NGƯỜI LẬP BIỂU", note="(Ký, ghi rõ họ tên)"),
                signature("HIỆU TRƯỞNG", note="(Ký tên, đóng dấu)", name="Đặng Thị Hạnh"),
            ],
        },
    ]
    reference = "(Kèm theo Thông báo số 11/TB-SGDĐT ngày 05 tháng 01 năm 2026)"
    return paper(
        [p("Sở Giáo dục và Đào tạo thông báo phân công nhiệm vụ theo Phụ lục I kèm theo./.")],
        head={
            "number": "Số: 11/TB-SGDĐT",
            "title": "THÔNG BÁO",
            "subject": ["Về việc phân công nhiệm vụ năm 2026"],
        },
        recipients=["Các trường trực thuộc (th/h);", "Lưu: VT."],
        annexes=[
            annex(
                [wide],
                "DANH SÁCH PHÂN CÔNG NHIỆM VỤ",
                label="Phụ lục I",
                reference=reference,
                landscape=True,
            ),
            annex(form, "MẪU ĐỀ NGHỊ", label="Phụ lục II", reference=reference),
        ],
    )
