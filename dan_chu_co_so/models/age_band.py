from datetime import timedelta

from odoo import fields
from odoo.fields import Domain
from odoo.tools import SQL

from ..lib.clock import today

# Fifteen days are the term the law gives the head.
BANDS = [
    ("1_new", "Up to 15 days"),
    ("2_month", "16 to 30 days"),
    ("3_quarter", "31 to 90 days"),
    ("4_half_year", "91 to 180 days"),
    ("5_old", "More than 180 days"),
]
_FIRST_DAY = {"1_new": None, "2_month": 16, "3_quarter": 31, "4_half_year": 91, "5_old": 181}


class AgeBand(fields.Selection):
    """How long ago a day was, in bands one can group by: never stored, since it grows by itself.

    Stock Odoo groups by stored columns alone; this one is reckoned by the database out of the
    column `since`.
    """

    since = None

    def to_sql(self, model, alias):
        since = model._fields[self.since].to_sql(model, alias)
        whens = SQL(" ").join(
            SQL("WHEN %s <= %s THEN %s", since, today() - timedelta(days=days), band)
            for band, days in reversed(_FIRST_DAY.items())
            if days
        )
        return SQL("CASE %s WHEN %s IS NOT NULL THEN %s END", whens, since, BANDS[0][0])

    def band_of(self, day):
        """The band a day falls into today."""
        if not day:
            return False
        age = (today() - day).days
        return next(band for band, days in reversed(_FIRST_DAY.items()) if age >= (days or age))

    def domain_of(self, band):
        """The rows of a band, by the column it is reckoned from."""
        if band not in _FIRST_DAY:
            return Domain(self.since, "=", False)
        bands = list(_FIRST_DAY)
        older = bands[bands.index(band) + 1 :][:1]
        domain = Domain(self.since, "!=", False)
        if days := _FIRST_DAY[band]:
            domain &= Domain(self.since, "<=", today() - timedelta(days=days))
        if older:
            domain &= Domain(self.since, ">", today() - timedelta(days=_FIRST_DAY[older[0]]))
        return domain
