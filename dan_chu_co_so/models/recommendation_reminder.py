from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL, format_date

from ..lib.clock import today
from .claiming import claim

SLICE = 500
_AHEAD = "inspectorate.answer_remind_before"
_AFTER = "inspectorate.answer_escalate_after"
# The column that remembers for which day the word was given, and when it is time for it.
_WORDS = {
    "before": (
        "reminded_for",
        "asked.waits_until >= %(day)s AND asked.waits_until <= %(day)s + span.ahead",
    ),
    "late": (
        "escalated_for",
        "asked.waits_until < %(day)s AND asked.waits_until <= %(day)s - span.after",
    ),
}


class Recommendation(models.Model):
    """Before the term of an answer ends, a word to the head; when it is over, also to the board
    and the representative, who urges. Each once for each day."""

    _inherit = "dan_chu.recommendation"

    reminded_for = fields.Date(readonly=True, copy=False)
    escalated_for = fields.Date(readonly=True, copy=False)

    @api.model
    def _cron_remind(self):
        """In steps, each committed: what is cut short goes on with those not told yet."""
        rows = self.sudo()
        rows.flush_model()
        cron, spans = self.env["ir.cron"], rows._spans()
        cron._commit_progress(remaining=sum(rows._count_to_remind(word, spans) for word in _WORDS))
        for word in _WORDS:
            while claimed := rows._claim(word, spans):
                claimed._remind(word)
                if not cron._commit_progress(len(claimed)):
                    return

    def _spans(self):
        """Of each unit that owes an answer: how many days ahead, and after how many."""
        waiting = self._read_group(Domain("waits_until", "!=", False), ["addressee_unit_id"])
        units = self.env["dan_chu.unit"].union(*(unit for (unit,) in waiting))
        rule = self.env["dan_chu.rule"]
        return SQL(
            "unnest(%s::int[], %s::int[], %s::int[]) AS span(unit_id, ahead, after)",
            units.ids,
            [rule._days(_AHEAD, unit) for unit in units],
            [rule._days(_AFTER, unit) for unit in units],
        )

    def _to_remind(self, word, spans):
        column, when = _WORDS[word]
        return SQL(
            """
            dan_chu_recommendation asked JOIN %(spans)s ON span.unit_id = asked.addressee_unit_id
             WHERE asked.%(column)s IS DISTINCT FROM asked.waits_until AND %(when)s
            """,
            spans=spans,
            column=SQL.identifier(column),
            when=SQL(when, day=SQL("%s::date", today())),
        )

    def _count_to_remind(self, word, spans):
        query = SQL("SELECT count(*) FROM %s", self._to_remind(word, spans))
        return self.env.execute_query(query)[0][0]

    def _claim(self, word, spans):
        """The next ones, marked for the day they are told of."""
        column, _when = _WORDS[word]
        candidates = self._to_remind(word, spans)
        mark = (column, SQL("marked.waits_until"))
        claimed = self.browse(claim(self.env, self._table, "asked", candidates, SLICE, mark))
        claimed.invalidate_recordset(["reminded_for", "escalated_for"])
        return claimed

    def _remind(self, word):
        for row in self:
            day = format_date(self.env, row.waits_until)
            if word == "before":
                row._tell_addressee(lambda env, day=day: env._("To be answered by %s", day))
            else:
                row._tell_addressee(
                    lambda env, day=day: env._("The answer is late since %s: please give it", day)
                )
                row._tell_author(lambda env, day=day: env._("The answer is late since %s", day))
        if word == "late":
            self._mail_representatives()

    def _mail_representatives(self):
        """One letter a person, whatever the number of late answers."""
        people = self.unit_id._people_by_unit("representative")
        theirs = {}
        for row in self:
            for user in people[row.unit_id]:
                theirs[user] = theirs.get(user, self.browse()) | row
        self.env["res.users"].union(*theirs)._dan_chu_mail(
            "dan_chu_co_so.recommendation_mail",
            {user: rows._letter(user, "late") for user, rows in theirs.items()},
        )
