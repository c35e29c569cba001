from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain

from .owner_unit import OwnerUnit

STATES = [
    ("not_sent", "Not sent yet"),
    ("not_asked", "Needs no plan"),
    ("none", "No plan yet"),
    ("draft", "Being written"),
    ("issued", "Issued"),
]

# Nobody types these in: they come of the plan, of sending, linking and reminding.
_SETTLED = {
    "plan_id",
    "sender_unit_id",
    "plan_name",
    "sent_on",
    "revision_id",
    "lower_plan_id",
    "state",
    "issued_on",
    "reminded_on",
}


class PlanAddressee(models.Model):
    """A unit a plan goes to: what it was asked, and how far it is. One row a unit.

    It is the work list of the passing down, and the table in which the upper unit sees who has
    no plan yet. Of the lower plan it shows the state, and the paper once that is issued.
    """

    _name = "dan_chu.plan.addressee"
    _description = "Unit a plan goes to"
    _inherit = ["dan_chu.guarded.name", "dan_chu.readable.links"]
    _order = "plan_id desc, id"
    _rec_name = "unit_name"

    plan_id = fields.Many2one("dan_chu.plan", required=True, index=True, ondelete="cascade")
    sender_unit_id = OwnerUnit(related="plan_id.unit_id", string="Plan of", store=True, index=True)
    unit_id = OwnerUnit(
        "dan_chu.unit", string="Unit", required=True, index=True, ondelete="restrict"
    )
    unit_name = fields.Char(related="unit_id.name", string="Name")
    plan_name = fields.Char(string="Upper plan", readonly=True)
    must_plan = fields.Boolean(string="Makes its own plan", default=True)
    date_due = fields.Date(string="By")
    sent_on = fields.Datetime(string="Sent", readonly=True, copy=False)
    revision_id = fields.Many2one(
        "dan_chu.revision", readonly=True, copy=False, index="btree_not_null", ondelete="restrict"
    )
    lower_plan_id = fields.Many2one(
        "dan_chu.plan", readonly=True, copy=False, index="btree_not_null", ondelete="set null"
    )
    state = fields.Selection(
        STATES, string="Its plan", compute="_compute_state", compute_sudo=True, store=True
    )
    issued_on = fields.Date(
        string="Issued on", compute="_compute_state", compute_sudo=True, store=True
    )
    lower_revision_id = fields.Many2one(
        "dan_chu.revision", string="As issued", compute="_compute_lower_revision_id"
    )
    is_late = fields.Boolean(string="Late", compute="_compute_is_late", search="_search_is_late")
    reminded_on = fields.Date(string="Reminded", readonly=True, copy=False)

    _once_each = models.UniqueIndex("(plan_id, unit_id)", "The plan already goes to this unit.")
    _to_send = models.Index("(plan_id, id) WHERE sent_on IS NULL")

    @api.depends("must_plan", "sent_on", "lower_plan_id.document_id.state")
    def _compute_state(self):
        for row in self:
            paper = row.lower_plan_id.document_id
            is_issued = paper.state in ("issued", "superseded")
            row.issued_on = is_issued and paper.date
            if is_issued:
                row.state = "issued"
            elif not row.sent_on:
                row.state = "not_sent"
            elif paper and paper.state != "withdrawn":
                row.state = "draft"
            else:
                row.state = "none" if row.must_plan else "not_asked"

    @api.depends("state", "lower_plan_id")
    def _compute_lower_revision_id(self):
        for row in self:
            revisions = row.sudo().lower_plan_id.revision_ids.sorted("sequence")
            row.lower_revision_id = revisions[-1:].sudo(False)

    @api.depends("state", "date_due", "must_plan")
    @api.depends_context("tz", "uid")
    def _compute_is_late(self):
        day = fields.Date.context_today(self)
        for row in self:
            owes = row.state in ("none", "draft") and row.must_plan and row.date_due
            row.is_late = bool(owes and day > row.date_due)

    @api.model
    def _search_is_late(self, operator, value):
        if operator != "in":
            return NotImplemented
        late = (
            Domain("state", "in", ("none", "draft"))
            & Domain("must_plan", "=", True)
            & Domain("date_due", "<", fields.Date.context_today(self))
        )
        wanted = set(value)
        if wanted == {True, False}:
            return Domain.TRUE
        return late if wanted == {True} else ~late

    def _name_for_readers(self):
        for row in self:
            row.display_name = row.unit_id.name

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_plan_id")
        plans = [self._plan(vals.get("plan_id", default)) for vals in vals_list]
        rows = super().create(
            [
                {
                    **vals,
                    **dict.fromkeys(_SETTLED - {"plan_id"}, False),
                    "sender_unit_id": plan.unit_id.id,
                    "state": "not_sent",
                }
                for vals, plan in zip(vals_list, plans, strict=True)
            ]
        )
        rows._check_may_be_sent()
        return rows

    def write(self, vals):
        if vals.keys() & _SETTLED:
            raise UserError(self.env._("This is settled by sending, linking and reminding."))
        if vals.keys() & {"unit_id", "must_plan"}:
            for row in self.filtered("sent_on"):
                raise UserError(
                    self.env._("The plan has already been sent to %s.", row.unit_id.name)
                )
        self._require_sender()
        res = super().write(vals)
        if "unit_id" in vals:
            self._check_may_be_sent()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_sent(self):
        self._require_sender()
        for row in self.filtered("sent_on"):
            raise UserError(self.env._("The plan has already been sent to %s.", row.unit_id.name))

    def _put(self, values):
        return super().write(values)

    def _plan(self, number):
        """The plan a new row is of: whoever writes the one writes the other."""
        plan = self.env["dan_chu.plan"].browse(number or ())
        plan.check_access("write")
        return plan

    def action_link(self, plan=None):
        """The unit already has a plan for this time: it answers the upper one too."""
        self.ensure_one()
        self._require_addressee()
        if not plan:
            return self._ask_plan()
        plan = self.env["dan_chu.plan"].browse(plan) if isinstance(plan, int) else plan
        plan.check_access("read")
        if plan.unit_id.institution_id != self.unit_id.institution_id:
            raise UserError(
                self.env._(
                    "“%(plan)s” is not a plan of %(unit)s.",
                    plan=plan.display_name,
                    unit=self.unit_id.name,
                )
            )
        if plan.id == self.sudo().plan_id.id:
            raise UserError(self.env._("A plan does not follow itself."))
        begun = self.sudo().lower_plan_id
        self.sudo()._put({"lower_plan_id": plan.id})
        if begun != plan.sudo():
            begun._drop_untouched()
        followed = plan.sudo().upper_ids.upper_plan_id
        if plan.state == "draft" and self.sudo().plan_id not in followed:
            plan.upper_ids = [fields.Command.create({"revision_id": self.revision_id.id})]
        if plan.revision_ids:
            self._deliver_lower_plans()
        return True

    def action_begin(self):
        """A draft of one's own that follows the upper plan, or the one there already is."""
        self.ensure_one()
        self._require_addressee()
        if not self.lower_plan_id:
            self.sudo()._begin_lower_plans()
        return {
            "type": "ir.actions.act_window",
            "res_model": "dan_chu.plan",
            "res_id": self.lower_plan_id.id,
            "view_mode": "form",
        }

    def action_open_upper_pdf(self):
        self.ensure_one()
        self.check_access("read")
        return self.revision_id.action_open_pdf()

    def action_open_lower_pdf(self):
        """What the unit issued: the revision itself says who may read it."""
        self.ensure_one()
        self.check_access("read")
        if not self.lower_revision_id:
            raise UserError(self.env._("%s has not issued its plan yet.", self.unit_id.name))
        return self.lower_revision_id.action_open_pdf()

    def _ask_plan(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Link a plan"),
            "res_model": "dan_chu.plan.link",
            "view_mode": "form",
            "target": "new",
            "context": {"default_addressee_id": self.id},
        }

    @api.model
    def _units_it_may_go_to(self, top):
        """Institutions below, also those looked after for the profession."""
        return self.env["dan_chu.unit"].search(self.env["dan_chu.directive"]._may_go_to_domain(top))

    def _check_may_be_sent(self):
        for plan, rows in self.grouped("plan_id").items():
            top = plan.unit_id.institution_id
            for unit in rows.unit_id - self._units_it_may_go_to(top):
                raise UserError(
                    self.env._(
                        "%(unit)s does not stand below %(top)s: the plan cannot be passed down "
                        "to it. Name it as a recipient of the paper.",
                        unit=unit.name,
                        top=top.name,
                    )
                )

    def _require_sender(self):
        for plan in self.plan_id:
            plan._require_role("officer", "head")

    def _require_addressee(self):
        for row in self:
            if self.env.su or any(
                row.unit_id.id in self.env.user._dan_chu_reach(role) for role in ("officer", "head")
            ):
                continue
            raise AccessError(
                self.env._("This is for the officers and the head of %s.", row.unit_id.name)
            )
