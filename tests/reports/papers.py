"""Sample papers, as the writers get them: skeletons of Nghị định 30/2020, templates 1.1 to 1.9.

Every call gives a fresh paper, so that a test may change its own.
"""

from tests.reports.annexed import regulation_annex, wide_annex
from tests.reports.extremes import empty, hostile, long_title, many_pages
from tests.reports.pieces import (
    BASES,
    DEPUTY,
    SCHOOL,
    article,
    dashes,
    h,
    item,
    listed,
    numbered,
    p,
    paper,
    signature,
    table,
)
from tests.reports.wording import DEMANDS, MATTERS, PURPOSE


def plan():
    """Kế hoạch (mẫu 1.4), about five pages."""
    content = []
    for place, (title, texts) in enumerate(MATTERS.items(), 1):
        content += [h(4, f"{place}.", title), dashes(*texts)]
    tasks = table(
        ["STT", "Nhiệm vụ", "Chủ trì, phối hợp", "Thời gian hoàn thành", "Kết quả, sản phẩm"],
        [
            [
                f"{place:02d}",
                texts[place % 3],
                "Văn phòng Sở\nCông đoàn ngành",
                f"Quý {['I', 'II', 'III', 'IV'][place % 4]}/2026",
                "Văn bản, báo cáo",
            ]
            for place, texts in enumerate(list(MATTERS.values()) * 2, 1)
        ],
        [1, 6, 3, 3, 3],
    )
    return paper(
        [
            *BASES,
            p(
                "Thực hiện Kế hoạch số 12/KH-UBND ngày 02 tháng 01 năm 2026 của Ủy ban nhân dân "
                "tỉnh Bình Sơn về công tác dân vận chính quyền năm 2026,",
                "base",
            ),
            p(
                "Sở Giáo dục và Đào tạo xây dựng Kế hoạch thực hiện công tác dân vận chính quyền "
                "và dân chủ ở cơ sở năm 2026 như sau:"
            ),
            h(3, "I.", "Mục đích, yêu cầu"),
            h(4, "1.", "Mục đích"),
            *map(p, PURPOSE),
            h(4, "2.", "Yêu cầu"),
            listed([item("a)", DEMANDS[0]), item("b)", DEMANDS[1])]),
            h(3, "II.", "Nội dung"),
            *content,
            h(3, "III.", "Phân công nhiệm vụ"),
            tasks,
            h(3, "IV.", "Tổ chức thực hiện"),
            h(5, "a)", "Các phòng thuộc Sở"),
            listed(
                [
                    item(
                        "-",
                        "Văn phòng Sở:",
                        listed(
                            [
                                item("+", "Theo dõi, đôn đốc việc thực hiện Kế hoạch này;"),
                                item("+", "Tổng hợp, báo cáo Giám đốc Sở hằng quý."),
                            ]
                        ),
                    ),
                    item("-", "Các phòng khác thực hiện theo chức năng, nhiệm vụ được giao."),
                ]
            ),
            h(5, "b)", "Các trường trực thuộc"),
            numbered(
                "Xây dựng kế hoạch của đơn vị trước ngày 31 tháng 01 năm 2026;",
                "Báo cáo sáu tháng trước ngày 10 tháng 6, báo cáo năm trước ngày 05 tháng 12.",
            ),
            p(
                "Trên đây là Kế hoạch thực hiện công tác dân vận chính quyền và dân chủ ở cơ sở "
                "năm 2026 của Sở Giáo dục và Đào tạo./."
            ),
        ],
        head={
            "number": "Số: 03/KH-SGDĐT",
            "title": "KẾ HOẠCH",
            "subject": ["Thực hiện công tác dân vận chính quyền", "và dân chủ ở cơ sở năm 2026"],
        },
        recipients=[
            "UBND tỉnh (để b/c);",
            "Ban Dân vận Tỉnh ủy (để b/c);",
            "Các phòng thuộc Sở, các trường trực thuộc (th/h);",
            "Lưu: VT, VP.",
        ],
        signatures=[DEPUTY],
    )


def letter():
    """Công văn (mẫu 1.5), several addressees, urgent, with the address at the foot."""
    return paper(
        [
            {
                "type": "addressees",
                "label": "Kính gửi:",
                "names": ["Các phòng thuộc Sở", "Các trường trực thuộc"],
            },
            p(
                "Thực hiện Kế hoạch số 03/KH-SGDĐT ngày 05 tháng 01 năm 2026, Sở Giáo dục và Đào "
                "tạo đề nghị các đơn vị báo cáo kết quả thực hiện dân chủ ở cơ sở sáu tháng đầu "
                "năm."
            ),
            p("Báo cáo gửi về Văn phòng Sở trước ngày 10 tháng 6 năm 2026./."),
        ],
        head={
            "number": "Số: 05/SGDĐT-VP",
            "letter_subject": "V/v báo cáo kết quả thực hiện dân chủ ở cơ sở sáu tháng đầu năm",
            "urgency": "KHẨN",
            "address": "Số 12 đường Hòa Bình, phường Tân Hòa, tỉnh Bình Sơn; ĐT: 0200 123 456; "
            "Thư điện tử: vanthu@sgddt.example",
        },
        recipients=["Như trên;", "Lưu: VT, VP."],
        signatures=[signature("TL. GIÁM ĐỐC", "CHÁNH VĂN PHÒNG", name="Lê Hoàng Chi")],
    )


def invitation():
    """Giấy mời (mẫu 1.7)."""
    return paper(
        [
            p(
                "Sở Giáo dục và Đào tạo trân trọng kính mời: Hiệu trưởng và Chủ tịch Công đoàn các "
                "trường trực thuộc"
            ),
            p("Tới dự Hội nghị triển khai công tác dân chủ ở cơ sở năm 2026."),
            p("Chủ trì: Ông Nguyễn Văn An, Giám đốc Sở."),
            p("Thời gian: 08 giờ 00, ngày 15 tháng 01 năm 2026."),
            p("Địa điểm: Hội trường tầng 2, trụ sở Sở Giáo dục và Đào tạo."),
            p("Đề nghị đại biểu mang theo tài liệu đã gửi và có mặt đúng giờ./."),
        ],
        head={
            "number": "Số: 02/GM-SGDĐT",
            "title": "GIẤY MỜI",
            "subject": ["Dự Hội nghị triển khai công tác dân chủ ở cơ sở"],
        },
        recipients=["Như trên;", "Lưu: VT, VP."],
    )


def minutes():
    """Biên bản (mẫu 1.9): no place and date in the head, secretary left, chair right."""
    return paper(
        [
            p("Thời gian bắt đầu: 14 giờ 00, ngày 05 tháng 01 năm 2026."),
            p("Địa điểm: Phòng họp số 1."),
            p("Thành phần tham dự: 12/12 thành viên có mặt."),
            p("Chủ trì (chủ tọa): Ông Nguyễn Văn An, Giám đốc Sở."),
            p("Thư ký (người ghi biên bản): Bà Phạm Thu Dung, Văn phòng Sở."),
            p("Nội dung (theo diễn biến cuộc họp):"),
            numbered(
                "Chánh Văn phòng trình bày dự thảo Kế hoạch thực hiện dân chủ ở cơ sở năm 2026.",
                "Các thành viên thảo luận, thống nhất 12/12 ý kiến đồng ý.",
            ),
            p("Ý kiến ghi thêm:", "flush"),
            {"type": "fill", "lines": 3},
            p(
                "Cuộc họp (hội nghị, hội thảo) kết thúc vào 16 giờ 30, ngày 05 tháng 01 năm 2026, "
                "nội dung cuộc họp đã được các thành viên dự họp thông qua và cùng ký vào "
                "biên bản./."
            ),
        ],
        head={
            "number": "Số: 01/BB-SGDĐT",
            "place_date": None,
            "title": "BIÊN BẢN",
            "subject": ["Họp Ban Chỉ đạo thực hiện dân chủ ở cơ sở"],
        },
        recipients=["Lưu: VT, Hồ sơ."],
        signatures=[
            signature("THƯ KÝ", name="Phạm Thu Dung"),
            signature("CHỦ TỌA", name="Nguyễn Văn An"),
        ],
        form="minutes",
    )


def decision():
    """Quyết định quy định trực tiếp (mẫu 1.2)."""
    return paper(
        [
            p("GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO", "authority"),
            *BASES,
            p("Theo đề nghị của Chánh Văn phòng Sở.", "base"),
            p("QUYẾT ĐỊNH:", "order"),
            article(1, "Thành lập Ban Chỉ đạo thực hiện dân chủ ở cơ sở gồm các ông, bà sau:"),
            numbered(
                "Ông Nguyễn Văn An, Giám đốc Sở, Trưởng ban;",
                "Bà Trần Thị Bình, Phó Giám đốc Sở, Phó Trưởng ban;",
                "Ông Lê Hoàng Chi, Chánh Văn phòng, Ủy viên.",
            ),
            article(2, "Quyết định này có hiệu lực kể từ ngày ký."),
            article(
                3, "Chánh Văn phòng và các ông, bà có tên tại Điều 1 thi hành Quyết định này./."
            ),
        ],
        head={
            "number": "Số: 07/QĐ-SGDĐT",
            "title": "QUYẾT ĐỊNH",
            "subject": ["Về việc thành lập Ban Chỉ đạo thực hiện dân chủ ở cơ sở"],
        },
        recipients=["Như Điều 3;", "UBND tỉnh (để b/c);", "Lưu: VT, TCCB."],
    )


def resolution():
    """Nghị quyết (mẫu 1.1) of a collective body, signed for two sides."""
    return paper(
        [
            p("HỘI NGHỊ VIÊN CHỨC VÀ NGƯỜI LAO ĐỘNG", "authority"),
            *BASES,
            p("Theo đề nghị của Đoàn Chủ tịch Hội nghị.", "base"),
            p("QUYẾT NGHỊ:", "order"),
            article(1, "Thông qua các chỉ tiêu phấn đấu năm học 2025 - 2026."),
            article(2, "Bầu Ban Thanh tra nhân dân nhiệm kỳ 2026 - 2028 gồm 03 thành viên."),
            article(3, "Toàn thể viên chức và người lao động có trách nhiệm thi hành./."),
        ],
        head={
            "superior": ["UBND PHƯỜNG TÂN HÒA"],
            "issuer": [SCHOOL],
            "number": "Số:      /NQ-THCSTH",
            "place_date": "Tân Hòa, ngày     tháng 01 năm 2026",
            "title": "NGHỊ QUYẾT",
            "subject": ["Hội nghị viên chức và người lao động", "năm học 2025 - 2026"],
        },
        recipients=["Như Điều 3;", "Lưu: VT."],
        signatures=[
            signature("TM. BAN CHẤP HÀNH CÔNG ĐOÀN", "CHỦ TỊCH", name="Vũ Minh Đức"),
            signature("HIỆU TRƯỞNG", name="Đặng Thị Hạnh"),
        ],
    )


def report_to_superior():
    """Báo cáo gửi cấp trên (mẫu 1.4 with Kính gửi): one addressee, parts, figures."""
    return paper(
        [
            {
                "type": "addressees",
                "label": "Kính gửi:",
                "names": ["Ủy ban nhân dân tỉnh Bình Sơn"],
            },
            h(1, "Phần I", "Kết quả thực hiện"),
            h(3, "I.", "Công tác chỉ đạo"),
            *map(p, PURPOSE),
            h(3, "II.", "Số liệu"),
            table(
                ["Nội dung", "Kế hoạch", "Thực hiện", "Tỷ lệ"],
                [
                    ["Hội nghị viên chức", "38", "38", "100%"],
                    ["Cuộc giám sát", "06", "05", "83,3%"],
                ],
                [4, 1, 1, 1],
                ["left", "right", "right", "right"],
            ),
            h(1, "Phần II", "Phương hướng, nhiệm vụ"),
            *map(p, DEMANDS),
            p("Sở Giáo dục và Đào tạo kính báo cáo Ủy ban nhân dân tỉnh./."),
        ],
        head={
            "number": "Số: 18/BC-SGDĐT",
            "title": "BÁO CÁO",
            "subject": ["Kết quả thực hiện dân chủ ở cơ sở sáu tháng đầu năm 2026"],
        },
        recipients=["Như trên;", "Sở Nội vụ (p/h);", "Lưu: VT, VP."],
        signatures=[DEPUTY],
    )


def submission():
    """Tờ trình (mẫu 1.4 with Kính gửi), for a collective body by a deputy."""
    return paper(
        [
            {
                "type": "addressees",
                "label": "Kính gửi:",
                "names": ["Hội đồng nhân dân tỉnh Bình Sơn"],
            },
            *BASES,
            p("Ủy ban nhân dân tỉnh kính trình Hội đồng nhân dân tỉnh xem xét, quyết định:"),
            numbered("Sự cần thiết ban hành;", "Nội dung chính của dự thảo Nghị quyết."),
            p("(Xin gửi kèm theo dự thảo Nghị quyết.)", "note"),
            p("Kính trình Hội đồng nhân dân tỉnh xem xét, quyết định./."),
        ],
        head={
            "superior": [],
            "issuer": ["ỦY BAN NHÂN DÂN", "TỈNH BÌNH SƠN"],
            "number": "Số: 09/TTr-UBND",
            "title": "TỜ TRÌNH",
            "subject": ["Về việc ban hành chính sách hỗ trợ thực hiện dân chủ ở cơ sở"],
            "circulation": "LƯU HÀNH NỘI BỘ",
        },
        recipients=["Như trên;", "Lưu: VT, VX."],
        signatures=[
            signature("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", name="Hồ Quốc Khánh")
        ],
    )


KINDS = {
    builder.__name__: builder
    for builder in (
        plan,
        letter,
        invitation,
        minutes,
        decision,
        resolution,
        report_to_superior,
        submission,
        regulation_annex,
        wide_annex,
    )
}
EXTREMES = {builder.__name__: builder for builder in (hostile, empty, long_title, many_pages)}
