"""Who attends a conference, by the head-count (Luật Thực hiện dân chủ ở cơ sở, Điều 51 khoản 2)."""


def lawful_form(staff, is_dispersed, optional, full_below, delegates_from):
    """What the law leaves open for so many staff, and the rule that says so.

    "optional": none need be held; "full": all attend; "either": all or delegates, as the head
    agrees with the representative. None where nothing on record decides it.
    """
    if optional and optional.is_met(staff):
        return "optional", optional
    if is_dispersed and delegates_from:
        return "either", delegates_from
    if full_below and full_below.is_met(staff):
        return "full", full_below
    if delegates_from and delegates_from.is_met(staff):
        return "either", delegates_from
    return None, None
