"""An institution that issues papers, for the benchmarks of papers: its people and what they write.

What is asked of papers is asked of real ones: made, submitted and issued by the buttons.
"""

from odoo.fields import Command

from . import world

# A matter of a plan: five of them with their table of tasks are about five pages.
MATTERS = (
    "Tuyên truyền, phổ biến, quán triệt",
    "Thực hiện các nội dung công khai",
    "Tổ chức hội nghị viên chức, người lao động",
    "Công tác kiểm tra, giám sát",
    "Phong trào thi đua “Dân vận khéo”",
    "Cải cách hành chính và tiếp công dân",
)
SENTENCES = """\
Phổ biến, quán triệt Luật Thực hiện dân chủ ở cơ sở và các văn bản hướng dẫn thi hành đến toàn thể \
viên chức, người lao động qua hội nghị, sinh hoạt tổ chuyên môn và trang thông tin điện tử.
Công khai kế hoạch công tác, kinh phí hoạt động, quyết toán hằng năm, tài sản, thiết bị; việc \
tuyển dụng, quy hoạch, bổ nhiệm, nâng lương, khen thưởng, kỷ luật theo quy định.
Người đứng đầu phối hợp với Ban Chấp hành Công đoàn tổ chức hội nghị đúng thời gian, đúng thành \
phần, đúng trình tự; chuẩn bị kỹ các báo cáo và gửi trước cho người tham dự.
Xem xét, trả lời kiến nghị của Ban Thanh tra nhân dân đúng thời hạn; chỉ đạo các bộ phận liên quan \
thực hiện, báo cáo kết quả và công khai việc tiếp thu, giải trình.
""".splitlines()
SHORT = "<p>Trường thông báo lịch tiếp công dân tháng 10 để viên chức và người lao động biết.</p>"


def opened(env, unit, logins):
    """The unit may issue: these are heads of it, and its own register gives the numbers.

    Papers of all kinds stand in that register. Returns the users.
    """
    users = env["res.users"].browse()
    for login in logins:
        user = world.add_user(env, login)
        for role in ("officer", "head", "staff"):
            world.give(env, user, role, unit)
        users |= user
    register = env["dan_chu.register"].create({"unit_id": unit.id, "sort": "own"})
    env.registry.clear_cache()
    return users, register


def draft(env, unit, title, content=SHORT, annex=None):
    """A notice that lacks nothing but its signature."""
    values = {
        "unit_id": unit.id,
        "kind_id": env.ref("dan_chu_co_so.document_kind_tb").id,
        "title": title,
        "content": content,
        "basis_ids": [
            Command.create({"words": "Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022"}),
            Command.create({"verb": "carrying_out", "words": "kế hoạch của Ủy ban nhân dân"}),
        ],
        "recipient_ids": [
            Command.create({"name": "Ủy ban nhân dân phường", "purpose": "report"}),
            Command.create({"name": "Các tổ chuyên môn", "purpose": "carry_out"}),
        ],
        "signatory_ids": [
            Command.clear(),
            Command.create({"own_title": "HIỆU TRƯỞNG", "name": "Nguyễn Văn An"}),
        ],
    }
    if annex:
        values["annex_ids"] = [
            Command.create({"name": "Danh mục nhiệm vụ", "content": annex, "is_landscape": True})
        ]
    return env["dan_chu.notice"].create(values)


def plan(mark=""):
    """The text of a plan of five pages; the mark in every sentence makes it another text."""
    said = [f"{sentence} ({mark})" for sentence in SENTENCES]
    text = ["<h3>I. Mục đích, yêu cầu</h3>"]
    text += [f"<p>{sentence}</p>" for sentence in said]
    text.append("<h3>II. Nội dung</h3>")
    for place, matter in enumerate(MATTERS, start=1):
        text.append(f"<h4>{place}. {matter}</h4>")
        text.append(f"<ul>{''.join(f'<li>{sentence}</li>' for sentence in said)}</ul>")
    text.append("<h3>III. Phân công nhiệm vụ</h3>")
    text.append(tasks(10, mark))
    text.append("<h3>IV. Tổ chức thực hiện</h3>")
    text += [f"<p>{sentence}</p>" for sentence in said[:2]]
    return "".join(text)


def tasks(rows, mark=""):
    """A table of tasks, as a plan has it in its text or as an annex."""
    head = ("STT", "Nhiệm vụ", "Chủ trì, phối hợp", "Thời gian hoàn thành", "Kết quả, sản phẩm")
    body = (
        (
            str(place),
            f"{SENTENCES[place % 4]} ({place}, {mark})",
            "Văn phòng, Công đoàn",
            f"Quý {1 + place % 4}",
            "Báo cáo",
        )
        for place in range(1, rows + 1)
    )
    return (
        f"<table class='grid' data-widths='1 6 3 3 3'><thead>{_row(head, 'th')}</thead>"
        f"<tbody>{''.join(_row(row, 'td') for row in body)}</tbody></table>"
    )


def _row(cells, tag):
    return f"<tr>{''.join(f'<{tag}>{cell}</{tag}>' for cell in cells)}</tr>"
