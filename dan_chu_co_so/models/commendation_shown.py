from markupsafe import Markup, escape

from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_date

_LINES = 8


class Commendation(models.Model):
    """What a nominee was given before, shown beside the nomination."""

    _inherit = "dan_chu.commendation"

    earlier_awards = fields.Html(compute="_compute_earlier_awards", sanitize=False)
    earlier_count = fields.Integer(string="Awards before", compute="_compute_earlier_awards")

    @api.depends("employee_id", "subject_unit_id")
    @api.depends_context("uid")
    def _compute_earlier_awards(self):
        """In one query. Whoever reads a saved nomination reads what its nominee was given; of one
        that is being typed only what the user may read anyway, or anybody could be looked up."""
        honours = self.env["dan_chu.honour"]
        saved = self.filtered(lambda row: isinstance(row.id, int))
        self._show_earlier(saved, honours.sudo())
        self._show_earlier(self - saved, honours)

    @api.model
    def _show_earlier(self, rows, honours):
        people, parts = rows.employee_id._origin, rows.subject_unit_id._origin
        found = honours.browse()
        if people or parts:
            found = honours.search(
                (
                    Domain("employee_id", "in", people.ids)
                    | Domain("subject_unit_id", "in", parts.ids)
                )
                & Domain("is_cancelled", "=", False)
            )
        theirs = {}
        for honour in found:
            theirs.setdefault(honour.employee_id or honour.subject_unit_id, []).append(honour)
        for row in rows:
            subject = (row.employee_id or row.subject_unit_id)._origin
            given = theirs.get(subject.sudo(), theirs.get(subject, ()))
            row.earlier_count = len(given)
            row.earlier_awards = self._earlier_html(given) if given else False

    @api.model
    def _earlier_html(self, given):
        lines = [
            Markup("<li>%s</li>") % ", ".join(filter(None, self._earlier_words(honour)))
            for honour in given[:_LINES]
        ]
        if len(given) > _LINES:
            more = self.env._("and %s more", len(given) - _LINES)
            lines.append(Markup("<li>%s</li>") % escape(more))
        return Markup("<ul class='mb-0'>%s</ul>") % Markup("").join(lines)

    @api.model
    def _earlier_words(self, honour):
        day = honour.decided_on and format_date(self.env, honour.decided_on)
        return (
            honour.work_year or honour.years_text or day,
            honour.award_name,
            honour.decision_words,
        )
