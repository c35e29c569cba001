from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import SQL, format_date

from ..lib.clock import today
from .claiming import claim
from .res_users import PART
from .task import OPEN

SLICE = 200
# As many of a kind are named; the rest is a number and a link.
NAMED = 10
_OWED = SQL("item.state IN %s AND item.given_on IS NOT NULL AND item.is_counted", OPEN)
# Of each kind: the table, whose it is, which rows, what comes first, and where they are opened.
_KINDS = {
    "late": (
        "dan_chu.task",
        SQL("addressee_unit_id"),
        "%(owed)s AND item.date_deadline < %(day)s",
        SQL("date_deadline"),
        "dan-chu-our-tasks",
    ),
    "this_week": (
        "dan_chu.task",
        SQL("addressee_unit_id"),
        "%(owed)s AND item.date_deadline BETWEEN %(day)s AND %(sunday)s",
        SQL("date_deadline"),
        "dan-chu-our-tasks",
    ),
    "to_accept": (
        "dan_chu.task",
        SQL("unit_id"),
        "item.state = 'done' AND item.is_counted",
        SQL("done_on"),
        "dan-chu-given-tasks",
    ),
    "difficulty": (
        "dan_chu.task",
        SQL("unit_id"),
        "%(owed)s AND item.has_difficulty",
        SQL("date_deadline"),
        "dan-chu-given-tasks",
    ),
    "plans": (
        "dan_chu.plan.addressee",
        SQL("sender_unit_id"),
        "item.state IN ('none', 'draft') AND item.must_plan AND item.date_due < %(day)s",
        SQL("date_due"),
        "dan-chu-plans-below",
    ),
    "nominations": (
        "dan_chu.commendation.participant",
        SQL("unit_id"),
        (
            "item.handed_in_on IS NULL AND EXISTS ("
            "SELECT FROM dan_chu_commendation_round held WHERE held.id = item.round_id"
            " AND held.state = 'open')"
        ),
        SQL("round_id"),
        "dan-chu-commendation-rounds",
    ),
}


class ResUsers(models.Model):
    _inherit = "res.users"

    dan_chu_week_mailed = fields.Date(
        string="Mailed for the week of", readonly=True, copy=False, groups="base.group_system"
    )


class WeeklyMail(models.AbstractModel):
    """On Monday each officer gets one mail of what is late, due and waiting; or none."""

    _name = "dan_chu.weekly.mail"
    _description = "Weekly mail to officers"

    @api.model
    def _cron_mail(self):
        """In steps, each committed: who has been served this week is not served again."""
        self.env["dan_chu.assignment"].flush_model()
        self.env["res.users"].flush_model(["active", "dan_chu_week_mailed"])
        cron = self.env["ir.cron"]
        day = today()
        monday = day - timedelta(days=day.weekday())
        remaining = self._count_to_mail(monday)
        cron._commit_progress(remaining=remaining)
        while users := self._claim(monday):
            self._mail(users, day)
            remaining = max(remaining - len(users), 0)
            if not cron._commit_progress(len(users), remaining=remaining):
                break

    def _officers(self, monday):
        """Those still to be served."""
        return SQL(
            """
            res_users
             WHERE active AND dan_chu_week_mailed IS DISTINCT FROM %(monday)s
               AND id IN (SELECT held.user_id FROM dan_chu_assignment held WHERE %(in_force)s)
            """,
            monday=monday,
            in_force=self._in_force(),
        )

    def _in_force(self):
        return SQL(
            "held.role = 'officer' AND held.date_from <= %(day)s"
            " AND (held.date_to IS NULL OR held.date_to >= %(day)s)",
            day=today(),
        )

    def _count_to_mail(self, monday):
        query = SQL("SELECT count(*) FROM %s", self._officers(monday))
        return self.env.execute_query(query)[0][0]

    def _claim(self, monday):
        officers = self._officers(monday)
        mark = ("dan_chu_week_mailed", monday)
        numbers = claim(self.env, "res_users", "res_users", officers, SLICE, mark)
        users = self.env["res.users"].sudo().browse(numbers)
        users.invalidate_recordset(["dan_chu_week_mailed"])
        return users

    def _mail(self, users, day):
        found = {kind: self._found(kind, users, day) for kind in _KINDS}
        units = self._units(users)
        letters = {
            user: self._letter(
                user, units[user], {kind: found[kind].get(user.id) for kind in found}
            )
            for user in users
            if any(user.id in rows for rows in found.values())
        }
        users._dan_chu_mail("dan_chu_co_so.weekly_mail", letters)

    def _found(self, kind, users, day):
        """{user: (how many, the first of them)}, for all of them in one query."""
        model, owner, which, first, _path = _KINDS[kind]
        rows = self.env[model].sudo()
        self.env.flush_all()
        which = SQL(which, owed=_OWED, day=day, sunday=day + timedelta(days=6 - day.weekday()))
        query = SQL(
            """
            WITH reach AS (
                SELECT DISTINCT held.user_id, part.id AS unit_id
                  FROM dan_chu_assignment held
                  JOIN dan_chu_unit home ON home.id = held.unit_id
                  JOIN dan_chu_unit part ON %(part)s
                 WHERE held.user_id = ANY(%(users)s) AND %(in_force)s
            )
            SELECT user_id, total, array_agg(id ORDER BY place)
              FROM (SELECT reach.user_id, item.id, count(*) OVER mine AS total,
                           row_number() OVER (mine ORDER BY item.%(first)s, item.id) AS place
                      FROM reach JOIN %(table)s item ON item.%(owner)s = reach.unit_id
                     WHERE %(which)s
                    WINDOW mine AS (PARTITION BY reach.user_id)) ranked
             WHERE place <= %(named)s
             GROUP BY user_id, total
            """,
            part=PART,
            users=users.ids,
            in_force=self._in_force(),
            first=first,
            table=SQL.identifier(rows._table),
            owner=owner,
            which=which,
            named=NAMED,
        )
        found = self.env.execute_query(query)
        every = rows.browse({number for _user, _total, ids in found for number in ids})
        return {
            user: (total, rows.browse(ids).with_prefetch(every.ids)) for user, total, ids in found
        }

    def _units(self, users):
        """{user: the names of the units they are officers of}"""
        lines = self.env["dan_chu.assignment"].sudo()
        held = lines.search(
            lines._in_force_domain(today())
            & fields.Domain("role", "=", "officer")
            & fields.Domain("user_id", "in", users.ids)
        )
        return {
            user: ", ".join(same.unit_id.mapped("name"))
            for user, same in held.grouped("user_id").items()
        }

    def _letter(self, user, units, found):
        """In the language of who reads it."""
        own = self.with_context(lang=user.lang)
        titles = {
            "late": own.env._("Late"),
            "this_week": own.env._("Due this week"),
            "to_accept": own.env._("Done, waiting to be accepted"),
            "difficulty": own.env._("Difficulties without an answer"),
            "plans": own.env._("Units below whose own plan is late"),
            "nominations": own.env._("Lists of nominations to be handed in"),
        }
        return {
            "subject": own.env._("Tasks of the week: %s", units),
            "parts": [
                {
                    "title": titles[kind],
                    "total": total,
                    "rest": total > len(rows) and own.env._("and %s more", total - len(rows)),
                    "path": _KINDS[kind][-1],
                    "rows": [own._line(kind, row) for row in rows],
                }
                for kind, (total, rows) in ((kind, rows) for kind, rows in found.items() if rows)
            ],
        }

    def _line(self, kind, row):
        path = _KINDS[kind][-1]
        if row._name == "dan_chu.task":
            name, who, day = row.name, row._lead_text(), row.date_deadline
            path = f"{path}/{row.id}"
        elif row._name == "dan_chu.commendation.participant":
            held = row.round_id
            name, who, day = held.name, row.unit_id.name, held.deadline
            path = f"{path}/{held.id}"
        else:
            name, who, day = row.unit_name, row.plan_name, row.date_due
        return {"path": path, "name": name, "who": who, "day": day and format_date(self.env, day)}
