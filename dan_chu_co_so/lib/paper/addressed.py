"""Whether a paper says whom it is for (“Kính gửi”, NĐ 30/2020/NĐ-CP, Phụ lục I, Mục II, khoản 9).

Only then does its list of recipients begin with “Như trên”, which refers to that line.
"""


def is_addressed(blocks):
    """As printed, whichever form the body comes from and whatever was changed in it."""
    return any(block.get("names") or block.get("style") == "addressee" for block in blocks)
