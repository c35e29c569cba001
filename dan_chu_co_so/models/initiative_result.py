from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.clock import today
from .initiative import LIVING
from .owner_unit import OwnerUnit


class InitiativeResult(models.Model):
    """What a model has reached in a period (kết quả thực hiện), by who runs it or the officers."""

    _name = "dan_chu.initiative.result"
    _description = "Result of a model"
    _inherit = ["dan_chu.unit.owned", "dan_chu.readable.links"]
    _order = "reported_on desc, id desc"
    _rec_name = "period"

    initiative_id = fields.Many2one(
        "dan_chu.initiative", required=True, index=True, ondelete="cascade"
    )
    unit_id = OwnerUnit(
        related="initiative_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    addressee_unit_id = OwnerUnit(
        related="initiative_id.addressee_unit_id",
        store=True,
        index=True,
        precompute=True,
        readonly=True,
    )
    period = fields.Char(
        string="Period reported",
        required=True,
        help="6 tháng đầu năm 2026; học kì I năm học 2026 - 2027.",
    )
    summary = fields.Char(
        string="In one line", size=240, help="Shown on the card: 38/38 lớp; 1.250 lượt học sinh."
    )
    text = fields.Text(string="What was reached", required=True)
    difficulties = fields.Text()
    next_tasks = fields.Text(string="What comes next")
    reported_on = fields.Date(readonly=True, copy=False)
    reporter_id = fields.Many2one("res.users", readonly=True, copy=False, ondelete="restrict")
    may_change = fields.Boolean(compute="_compute_may_change")

    @api.depends("initiative_id")
    @api.depends_context("uid")
    def _compute_may_change(self):
        for row in self:
            row.may_change = not row.initiative_id or row.initiative_id.may_report

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        reported = {"reported_on": today(), "reporter_id": self.env.uid}
        kept = [
            {**{name: vals[name] for name in vals if name != "unit_id"}, **reported}
            for vals in vals_list
        ]
        rows = super().create(kept)
        rows.initiative_id._check_may_report()
        for begun in rows.initiative_id.filtered(lambda row: row.state == "launched"):
            begun._move("running", self.env._("In progress."))
        return rows

    def write(self, vals):
        if vals.keys() & {"initiative_id", "unit_id", "reported_on", "reporter_id"}:
            raise UserError(self.env._("A result stays with its model, and who reported it."))
        self.initiative_id._check_may_report()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_while_living(self):
        self.initiative_id._check_may_report()


class Initiative(models.Model):
    _inherit = "dan_chu.initiative"

    result_ids = fields.One2many("dan_chu.initiative.result", "initiative_id", string="Results")
    outcome = fields.Char(
        string="Reached so far", compute="_compute_outcome", help="Of the last period reported."
    )

    @api.depends("result_ids.summary", "result_ids.text")
    def _compute_outcome(self):
        """Who reads the model reads what it has reached."""
        results = self.env["dan_chu.initiative.result"].sudo()
        last = dict(
            results._read_group([("initiative_id", "in", self.ids)], ["initiative_id"], ["id:max"])
        )
        found = {
            result.initiative_id.id: result for result in results.browse(last.values()).exists()
        }
        for row in self:
            result = found.get(row._origin.id, results)
            row.outcome = result.summary or (result.text or "")[:240] or False

    def action_report(self):
        """A result of a period, in a dialog of its own."""
        self.ensure_one()
        self._check_may_report()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Report a result"),
            "res_model": "dan_chu.initiative.result",
            "view_mode": "form",
            "target": "new",
            "context": {"default_initiative_id": self.id},
        }

    def _check_may_report(self):
        for row in self:
            row._require_state(*LIVING)
            if row.proposer_id != self.env.user:
                row._require_role("officer")
