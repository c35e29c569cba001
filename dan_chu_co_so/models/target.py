from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.clock import today
from ..lib.target_value import met, show

_RESULT = {"result", "is_result_yes", "result_rating", "result_on", "result_note"}


class Target(models.Model):
    """What a plan wants reached (chỉ tiêu phấn đấu). The wish is frozen, the result is not."""

    _name = "dan_chu.target"
    _description = "Target of a plan"
    _inherit = ["dan_chu.plan.part"]
    _frozen_free = ("write_uid", "write_date", *sorted(_RESULT))

    name = fields.Char(string="Target", required=True)
    plan_state = fields.Selection(related="document_id.state", string="State of the plan")
    section_id = fields.Many2one(
        "dan_chu.plan.section", index="btree_not_null", ondelete="restrict"
    )
    target_kind = fields.Selection(
        [
            ("number", "Quantity"),
            ("ratio", "Ratio"),
            ("yes_no", "Yes or no"),
            ("rating", "Rating"),
            ("relative", "Against a baseline"),
        ],
        string="Kind of target",
        default="ratio",
        required=True,
    )
    comparator = fields.Selection(
        [
            ("at_least", "≥"),
            ("more_than", ">"),
            ("at_most", "≤"),
            ("less_than", "<"),
            ("exactly", "="),
        ],
        default="at_least",
        required=True,
    )
    value = fields.Float(digits=(16, 2), aggregator=False)
    rating = fields.Char(help="Tốt, Xuất sắc …")
    measure = fields.Char(string="Of what", help="Printed after the value: %, buổi, mô hình …")
    baseline = fields.Float(digits=(16, 2), aggregator=False)
    baseline_name = fields.Char(string="Compared with", help="năm 2025")
    date_due = fields.Date(string="By")
    shown = fields.Char(string="Wanted", compute="_compute_shown")
    result = fields.Float(string="Reached", digits=(16, 2), aggregator=False)
    is_result_yes = fields.Boolean(string="Reached: yes")
    result_rating = fields.Char(string="Rating reached")
    result_on = fields.Date(string="Known on", help="Empty: the result is not known yet.")
    result_note = fields.Char()
    met = fields.Selection(
        [("yes", "Met"), ("no", "Not met"), ("unknown", "Not known yet")],
        string="Met or not",
        compute="_compute_met",
    )

    @api.depends(
        "target_kind", "comparator", "value", "rating", "measure", "baseline", "baseline_name"
    )
    def _compute_shown(self):
        for target in self:
            target.shown = show(
                target.target_kind,
                target.comparator,
                target._wanted(),
                target.measure or "",
                target.baseline_name or "",
            )

    @api.depends(
        "target_kind",
        "comparator",
        "value",
        "rating",
        "baseline",
        "result",
        "is_result_yes",
        "result_rating",
        "result_on",
    )
    def _compute_met(self):
        names = {True: "yes", False: "no", None: "unknown"}
        for target in self:
            target.met = names[target._is_met()]

    @api.onchange("result", "is_result_yes", "result_rating")
    def _onchange_result(self):
        """What is typed is known from today on; that nothing was reached is said by its day."""
        if not self.result_on and (self.result or self.is_result_yes or self.result_rating):
            self.result_on = today()

    def write(self, vals):
        """After issue the result is written, by the officers and the head of the plan's unit."""
        if not vals.keys() <= _RESULT:
            return super().write(vals)
        self._check_results_may_come()
        return self._keep(vals)

    def _check_results_may_come(self):
        self.check_access("write")
        for target in self:
            if target.document_id.state in ("superseded", "withdrawn"):
                raise UserError(
                    self.env._(
                        "“%s” is no longer in force: its targets are followed up no more.",
                        target.document_id.display_name,
                    )
                )

    def _wanted(self):
        return self.rating if self.target_kind == "rating" else self.value

    def _is_met(self):
        if not self.result_on:
            return None
        reached = {"rating": self.result_rating, "yes_no": self.is_result_yes}
        return met(
            self.target_kind,
            self.comparator,
            self._wanted(),
            reached.get(self.target_kind, self.result),
            self.baseline,
        )
