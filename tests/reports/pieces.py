"""Short hands for the pieces of a paper. All names are invented."""

from copy import deepcopy

LAYOUT = {
    "page": [210, 297],
    "margins": {"top": 20, "bottom": 20, "left": 30, "right": 15},
    "sizes": {
        "country": 12,
        "motto": 13,
        "superior": 12,
        "issuer": 12,
        "number": 13,
        "place_and_date": 13,
        "title": 14,
        "subject": 14,
        "letter_subject": 12,
        "bases": 14,
        "body": 14,
        "headings": 14,
        "signatory_title": 14,
        "signatory_name": 14,
        "addressee": 14,
        "recipients_word": 12,
        "recipients": 11,
        "annex_word": 14,
        "annex_title": 14,
        "annex_reference": 14,
        "urgency": 13,
        "circulation": 13,
        "page_number": 13,
        "drafter": 11,
        "address": 11,
    },
    "paragraph_gap": 6,
    "line_spacing": 1.15,
    "first_line_indent": 12.7,
    "letter_subject_gap": 6,
    "rule": 0.4,
}
SUPERIOR = "UBND TỈNH BÌNH SƠN"
ISSUER = "SỞ GIÁO DỤC VÀ ĐÀO TẠO"
SCHOOL = "TRƯỜNG THCS TÂN HÒA"
HEAD = {
    "superior": [SUPERIOR],
    "issuer": [ISSUER],
    "country": "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "motto": "Độc lập - Tự do - Hạnh phúc",
    "number": None,
    "place_date": "Bình Sơn, ngày 05 tháng 01 năm 2026",
    "letter_subject": None,
    "urgency": None,
    "circulation": None,
    "title": None,
    "subject": [],
    "address": None,
}


def runs(text, **marks):
    return [{"text": text, **marks}] if text else []


def p(text, style="body"):
    return {"type": "paragraph", "style": style, "runs": runs(text)}


def article(number, text):
    """An article of a decision: only "Điều 1." is bold."""
    lead = {"text": f"Điều {number}. ", "bold": True}
    return {"type": "paragraph", "style": "body", "runs": [lead, *runs(text)]}


def h(level, number, text):
    return {"type": "heading", "level": level, "number": number, "runs": runs(text)}


def item(label, *blocks):
    return {
        "label": label,
        "blocks": [p(block) if isinstance(block, str) else block for block in blocks],
    }


def listed(items):
    return {"type": "list", "items": items}


def dashes(*texts):
    return listed([item("-", text) for text in texts])


def numbered(*texts):
    return listed([item(f"{place}.", text) for place, text in enumerate(texts, 1)])


def cell(text, **more):
    return {"lines": [runs(line) for line in text.split("\n")], **more}


def table(titles, rows, widths, aligns=None):
    aligns = aligns or ["center"] + ["left"] * (len(titles) - 1)
    return {
        "type": "table",
        "border": True,
        "widths": widths,
        "head": [[cell(title, align="center", header=True) for title in titles]],
        "rows": [
            [cell(text, align=align) for text, align in zip(row, aligns, strict=True)]
            for row in rows
        ],
    }


def signature(*lines, name=None, note=None):
    return {"lines": list(lines), "note": note, "name": name}


def annex(blocks, title, *, label="Phụ lục", reference=None, landscape=False):
    return {
        "label": label,
        "title": title,
        "reference": reference,
        "landscape": landscape,
        "blocks": blocks,
    }


DIRECTOR = signature("GIÁM ĐỐC", name="Nguyễn Văn An")
DEPUTY = signature("KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", name="Trần Thị Bình")
BASES = [
    p("Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;", "base"),
    p(
        "Căn cứ Nghị định số 59/2023/NĐ-CP ngày 14 tháng 8 năm 2023 của Chính phủ quy định chi "
        "tiết một số điều của Luật Thực hiện dân chủ ở cơ sở;",
        "base",
    ),
]


def paper(blocks, *, head, recipients=(), signatures=(DIRECTOR,), form="signature", **more):
    """A paper of the department of 5 January 2026; `head` and `more` say what is its own."""
    head = HEAD | head
    name = " ".join(filter(None, [head["title"], *head["subject"], head["letter_subject"]]))
    return deepcopy(
        {
            "format": 1,
            "draft": False,
            "day": "2026-01-05",
            "name": name,
            "layout": LAYOUT,
            "head": head,
            "blocks": blocks,
            "foot": {
                "recipients": list(recipients),
                "signatures": list(signatures),
                "form": form,
            },
            "annexes": [],
            **more,
        }
    )
