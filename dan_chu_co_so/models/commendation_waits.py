from odoo import api, fields, models
from odoo.fields import Domain


class CommendationRound(models.Model):
    """What waits in a round: for the council, for the head, to be handed over and made known."""

    _inherit = "dan_chu.commendation.round"

    session_count = fields.Integer(string="Sessions of the council", compute="_compute_waits")
    before_council_count = fields.Integer(string="Before the council", compute="_compute_waits")
    to_decide_count = fields.Integer(string="To be decided", compute="_compute_waits")
    to_publish_count = fields.Integer(string="To be made known", compute="_compute_waits")
    to_hand_over_count = fields.Integer(string="To be handed over", compute="_compute_waits")

    @api.depends_context("uid")
    def _compute_waits(self):
        """Of what the user reads, in one query each."""
        mine = [("round_id", "in", self.ids)]
        sessions = self._counted("dan_chu.council.session", mine)
        rows = self.env["dan_chu.commendation"]._name
        checked = self._counted(rows, [*mine, ("state", "=", "checked")])
        people, led = self.env[rows]._stands_for(self.env.user)
        passed = self._counted(
            rows,
            Domain(mine)
            & Domain("state", "=", "passed")
            & ~self.env[rows]._goes_up_domain()
            # The own line is decided above.
            & Domain("employee_id", "not in", list(people))
            & Domain("subject_unit_id", "not in", list(led)),
        )
        given = (
            Domain(mine)
            & Domain("state", "=", "awarded")
            & Domain("honour_ids", "not any", [("is_cancelled", "=", True)])
        )
        unknown = self._counted(rows, given & Domain("published_on", "=", False))
        kept = self._counted(rows, given & Domain("handed_over_on", "=", False))
        for row in self:
            row.session_count = sessions.get(row, 0)
            row.before_council_count = checked.get(row, 0)
            row.to_decide_count = passed.get(row, 0)
            row.to_publish_count = unknown.get(row, 0)
            row.to_hand_over_count = kept.get(row, 0)

    def _counted(self, model, domain):
        """Of what only some roles may read at all, nothing is counted for the others."""
        rows = self.env[model]
        if not rows.has_access("read"):
            return {}
        return dict(rows._read_group(domain, ["round_id"], ["__count"]))


class Commendation(models.Model):
    _inherit = "dan_chu.commendation"

    goes_up = fields.Boolean(string="Decided above", compute="_compute_goes_up")
    may_decide = fields.Boolean(compute="_compute_may_decide")
    is_taken_back = fields.Boolean(compute="_compute_is_taken_back")

    @api.depends("award_id.is_decided_above", "origin_id")
    def _compute_goes_up(self):
        for row in self:
            row.goes_up = row._goes_up()

    @api.model
    def _goes_up_domain(self):
        return Domain("award_id.is_decided_above", "=", True) & Domain("origin_id", "=", False)

    @api.depends("addressee_unit_id")
    @api.depends_context("uid")
    def _compute_may_decide(self):
        reach = self.env.user._dan_chu_reach("head")
        for row in self:
            row.may_decide = row.addressee_unit_id.id in reach

    @api.depends("honour_ids.is_cancelled")
    def _compute_is_taken_back(self):
        for row in self.sudo():
            row.is_taken_back = any(row.honour_ids.mapped("is_cancelled"))
