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
