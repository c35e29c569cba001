"""In whose name a paper is signed (Nghị định 30/2020/NĐ-CP, Điều 13)."""

from .text import capitals

# Thay mặt, for a collective body, goes with any of these and comes from the body itself.
FORMS = {
    "own": "",
    "kt": "KT.",  # ký thay: the deputy for the head
    "tl": "TL.",  # thừa lệnh: by order of the head
    "tuq": "TUQ.",  # thừa ủy quyền: empowered by the head in writing
    "q": "Q.",  # quyền: acting head
}

_PEOPLES_COMMITTEE = ("ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "UBND")


def authority(unit_name, title="", on_behalf=""):
    """Who decides, as printed over a decision or a resolution (Phụ lục III, mẫu 1.1 and 1.2).

    "HIỆU TRƯỞNG TRƯỜNG THPT HOA SEN"; of a body that decides together: "ỦY BAN NHÂN DÂN PHƯỜNG
    TÂN HÒA", whether the unit's name begins with the body, in full or as UBND, or not.
    """
    unit, body = capitals(unit_name), capitals(on_behalf)
    if not body:
        return capitals(f"{title or ''} {unit}")
    place = next(
        (
            unit.removeprefix(name).strip()
            for name in (body, *_PEOPLES_COMMITTEE)
            if unit.startswith(f"{name} ")
        ),
        unit,
    )
    return body if body.endswith(f" {place}") else f"{body} {place}"


def title_lines(form, own_title, principal_title="", on_behalf=""):
    """The lines above the signature: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"].

    A title that is not known yet leaves its mark alone, so that the gap is seen.
    """
    if form not in FORMS:
        raise ValueError(f"{form!r} is no form of signing: {', '.join(FORMS)}")
    mark = FORMS[form]
    lines = [f"TM. {on_behalf}"] if capitals(on_behalf) else []
    if form in ("own", "q"):
        lines.append(f"{mark} {own_title or ''}")
    else:
        lines += [f"{mark} {principal_title or ''}", own_title]
    return [line for line in map(capitals, lines) if line]
