"""The text of a plan as it is printed: headings, paragraphs, and targets where they belong."""

_TAGS = {1: "h3", 2: "h4"}
_DEEPER = "h5"
_PLAIN = ("paragraph", "lead_in", "dash")


def pieces(sections, targets=None):
    """[(tag, number or None, text)], in order.

    `sections`: (role, level, number, text); `targets`: the lines that stand under each of them,
    by their place among the sections.
    """
    targets = targets or {}
    printed = []
    waiting = {}
    for place, (role, level, number, text) in enumerate(sections):
        printed += _section(role, level, number, text)
        if targets.get(place):
            waiting[_end_of_text(sections, place)] = [
                *waiting.get(_end_of_text(sections, place), []),
                *targets[place],
            ]
        printed += dashes(waiting.pop(place, []))
    return printed


def dashes(lines):
    """A closed list: semicolons, and a full stop at its end."""
    bare = [line.rstrip(" .;,") for line in lines]
    last = len(bare) - 1
    return [
        ("p", None, f"- {line}{'.' if place == last else ';'}") for place, line in enumerate(bare)
    ]


def paragraphs(text):
    """Each line of a text of several lines is a paragraph of its own."""
    return [line for line in (" ".join(line.split()) for line in (text or "").splitlines()) if line]


def _section(role, level, number, text):
    lines = paragraphs(text)
    if role == "heading":
        return [(_TAGS.get(level, _DEEPER), number or None, " ".join(lines))]
    first, *rest = lines or [""]
    return [("p", None, line) for line in (f"{number} {first}".strip(), *rest) if line]


def _end_of_text(sections, place):
    """The last row of the plain text that follows a section directly, before what is below it."""
    level = sections[place][1]
    end = place
    while end + 1 < len(sections):
        role, below = sections[end + 1][:2]
        if below <= level or role not in _PLAIN:
            break
        end += 1
    return end
