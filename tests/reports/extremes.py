"""Papers nobody means to write: hostile, empty, endless."""

from tests.reports.pieces import (
    HEAD,
    ISSUER,
    annex,
    h,
    item,
    listed,
    p,
    paper,
    runs,
    signature,
    table,
)
from tests.reports.wording import MATTERS, PURPOSE


def hostile():
    """Text that would be a command of Typst, XML, a field of Word or a path, in every place."""
    attacks = [
        '#read("/etc/passwd") #import "@preview/x:1.0.0" #eval("1+1") #panic("x")',
        '*đậm* _nghiêng_ `mã` $x^2$ <nhãn> @trích /* chú */ // thích \\ \\u{41} ~ -- --- "nháy"',
        "= Tiêu đề\n- mục\n+ mục\n/ từ: nghĩa",
        "</w:t></w:r><w:fldSimple w:instr=\"INCLUDETEXT 'file:///etc/passwd'\"/>&amp;&lt;]]>",
        "{ DDEAUTO c:\\windows\\system32\\cmd.exe } {{7*7}} ${7*7} <t t-out='1'/> %s {0}",
        "../../../../etc/passwd https://example.org/x.png \u202eđảo\u202c \u200bkhông rộng",
    ]
    lines = [line for attack in attacks for line in attack.split("\n")]
    first = lines[0]
    return paper(
        [
            {"type": "addressees", "label": first, "names": lines},
            *(p(line, style) for line in lines for style in ("body", "base", "authority", "note")),
            *(h(level, lines[level], lines[level]) for level in range(1, 7)),
            listed([item(line, line, listed([item("+", line)])) for line in lines]),
            table(lines[:3], [lines[:3], lines[3:6]], [1, 1, 1]),
            {"type": "signatures", "columns": [signature(first, name=first, note=first)]},
            {"type": "paragraph", "style": "body", "runs": runs(first, bold=True, sup=True)},
        ],
        head={
            "superior": [first],
            "issuer": [first],
            "number": first,
            "place_date": first,
            "letter_subject": lines[1],
            "title": first,
            "subject": lines[:2],
            "address": first,
        },
        recipients=lines,
        signatures=[signature(*lines[:2], name=first, note=first)],
        annexes=[annex([p(line) for line in lines], first, label=first, reference=first)],
    )


def empty():
    """Nothing is filled in."""
    head = dict.fromkeys(HEAD) | {"superior": [], "issuer": [], "subject": [], "country": ""}
    return paper([], head=head | {"motto": ""}, signatures=[], day=None, draft=True)


def long_title():
    """A title of 500 characters in one line of the form."""
    long = ("Về việc triển khai thực hiện công tác dân vận chính quyền, dân chủ ở cơ sở, " * 7)[
        :500
    ]
    return paper(
        [*map(p, PURPOSE)],
        head={"number": "Số: 04/KH-SGDĐT", "title": "KẾ HOẠCH", "subject": [long]},
        recipients=["Lưu: VT."],
    )


def many_pages(n=300):
    """About `n` pages of running text with a heading on each."""
    body = [text for texts in MATTERS.values() for text in texts]
    blocks = []
    for page in range(n):
        blocks.append(h(4, f"{page + 1}.", f"Nội dung thứ {page + 1}"))
        blocks += [p(body[(page + place) % len(body)]) for place in range(11)]
    return paper(
        blocks,
        head={
            "number": "Số: 20/BC-SGDĐT",
            "title": "BÁO CÁO",
            "subject": [f"Tổng kết của {ISSUER.capitalize()}"],
        },
        recipients=["Lưu: VT."],
    )
