"""A short text for the chat group of an office: who is late with what, and since when."""

from dataclasses import dataclass
from datetime import date

# What people still read in a chat group, and what its programs take in one message.
LONGEST = 1000
_NAMES = 6


@dataclass(frozen=True)
class Item:
    """What one person, position or unit still owes."""

    what: str
    who: str
    due: date | None = None


def reminder(items, today, link, longest=LONGEST):
    """Late ones first, the longest late at the top; what does not fit is counted at the end."""
    late = [item for item in items if item.due and item.due < today]
    coming = [item for item in items if not (item.due and item.due < today)]
    head = [f"NHẮC VIỆC – {today:%d/%m/%Y}"]
    foot = [f"Đề nghị cập nhật kết quả tại: {link}"]
    room = longest - len("\n".join(head + foot)) - 1
    body, left = [], 0
    for title, rows in (("QUÁ HẠN:", late), ("CHƯA ĐẾN HẠN:", coming)):
        lines = [_line(what, due, names, today) for (what, due), names in _grouped(rows)]
        for number, line in enumerate(lines, 1):
            added = [title] if number == 1 else []
            added.append(f"{number}. {line}")
            cost = len("\n".join(added)) + 1
            if left or cost > room - len(_rest(len(items))) - 1:
                left += 1
                continue
            room -= cost
            body += added
    rest = [_rest(left)] if left else []
    return "\n".join(head + body + rest + foot)


def _grouped(items):
    """Those who owe the same by the same day stand in one line."""
    groups = {}
    for item in items:
        names = groups.setdefault((item.what, item.due), [])
        if item.who and item.who not in names:
            names.append(item.who)
    return sorted(groups.items(), key=lambda pair: (pair[0][1] or date.max, pair[0][0]))


def _line(what, due, names, today):
    what = _short(" ".join(what.split()), 160)
    text = f"{what}{_when(due, today)}"
    if names:
        shown = [_short(" ".join(name.split()), 60) for name in names[:_NAMES]]
        more = len(names) - len(shown)
        text += f": {', '.join(shown)}" + (f" và {more} trường hợp khác" if more else "")
    return text


def _when(due, today):
    if not due:
        return ""
    days = (today - due).days
    if days > 0:
        return f" (hạn {due:%d/%m/%Y}, chậm {days} ngày)"
    return f" (hạn {due:%d/%m/%Y})"


def _rest(count):
    return f"… và {count} việc khác."


def _short(text, longest):
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"
