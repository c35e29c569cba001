"""One variant of the rows of a model, and those of wizards."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Variant:
    """`values(rows, unit, user)` is what such a row is created with; `make`, if the row is not
    simply created; `change` what is written. Some rows are made, but never by a `create`;
    a personal one is the user's own, all others are shared by those who try them."""

    values: Callable
    change: dict
    make: Callable | None = None
    is_created: bool = True
    is_personal: bool = False


def by_the_user(model, values):
    return lambda rows, unit, user: (
        rows.env[model].with_user(user).sudo().create(values(rows, unit, user))
    )


def by_another(model, values):
    return lambda rows, unit, user: (
        rows.env[model].with_user(rows.spare_user).sudo().create(values(rows, unit, user))
    )


def wizard(model, values, change):
    return {
        "my_own": Variant(values, change, make=by_the_user(model, values), is_personal=True),
        "theirs": Variant(values, change, make=by_another(model, values), is_created=False),
    }
