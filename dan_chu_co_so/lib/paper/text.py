"""The words of a paper as they are printed, in order: what both prints must say."""

from .runs import text_of

# Titles of parts, chapters, sections and of I., II. are printed in capitals.
CAPITAL_LEVELS = (1, 2, 3)
RECIPIENTS_WORD = "Nơi nhận:"


def plain_text(paper):
    """One string a paragraph or cell line. Not in it: page numbers, "DỰ THẢO", dotted lines."""
    return [
        *head_text(paper["head"]),
        *body_text(paper["blocks"]),
        *foot_text(paper["foot"]),
        *(line for annex in paper["annexes"] for line in annex_text(annex)),
    ]


def head_text(head):
    """Left column, right column, title, address."""
    return _there(
        *head["superior"],
        *head["issuer"],
        head["number"],
        head["letter_subject"],
        head["urgency"],
        head["circulation"],
        head["country"],
        head["motto"],
        head["place_date"],
        head["title"],
        *head["subject"],
        head["address"],
    )


def foot_text(foot):
    recipients = [RECIPIENTS_WORD] if foot["recipients"] else []
    recipients += [f"- {recipient}" for recipient in foot["recipients"]]
    signatures = _signatures(foot["signatures"])
    below = len(foot["signatures"]) > 1 or foot["form"] == "minutes"
    return signatures + recipients if below else recipients + signatures


def annex_text(annex):
    head = _there(annex["label"], annex["title"], annex["reference"])
    return head + body_text(annex["blocks"])


def body_text(blocks):
    return [line for block in blocks for line in _TEXTS[block["type"]](block)]


def _there(*texts):
    return [text for text in texts if text]


def _paragraph(block):
    return _there(text_of(block["runs"]))


def _addressees(block):
    label, names = block["label"], block["names"]
    if len(names) <= 1:
        return _there(" ".join(_there(label, *names)))
    ends = [";"] * (len(names) - 1) + ["."]
    return _there(label, *(f"- {name}{end}" for name, end in zip(names, ends, strict=True)))


def _heading(block):
    title = text_of(block["runs"])
    title = title.upper() if block["level"] in CAPITAL_LEVELS else title
    parts = _there(block["number"], title)
    # The number of a part, chapter or section has a line of its own.
    return parts if block["level"] <= 2 else _there(" ".join(parts))


def _list(block):
    lines = []
    for item in block["items"]:
        inside = body_text(item["blocks"])
        leads = item["blocks"] and item["blocks"][0]["type"] == "paragraph" and inside
        lead = [inside.pop(0)] if leads else []
        lines += [" ".join(_there(item["label"], *lead)), *inside]
    return lines


def _table(block):
    return [
        text_of(line)
        for row in [*block["head"], *block["rows"]]
        for cell in row
        for line in cell["lines"]
        if line
    ]


def _signatures(columns):
    return [
        text
        for column in columns
        for text in _there(*column["lines"], column["note"], column["name"])
    ]


_TEXTS = {
    "paragraph": _paragraph,
    "addressees": _addressees,
    "heading": _heading,
    "list": _list,
    "table": _table,
    "signatures": lambda block: _signatures(block["columns"]),
    "fill": lambda _block: [],
    "page_break": lambda _block: [],
}
