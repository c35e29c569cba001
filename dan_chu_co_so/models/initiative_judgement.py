from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command, Domain

from ..lib.clock import today
from .initiative import LIVING
from .owner_unit import OwnerUnit

BY = [
    ("self", "Who registered it"),
    ("unit", "Unit"),
    ("recogniser", "Who recognises it"),
]
_BEHIND_BUTTONS = {"settled_on", "settled_by_id", "initiative_id", "unit_id", "set_id", "by"}
# The sums of the points.
_FOLLOWS = {"total", "maximum"}
_TYPED = ("judged_by", "judged_on", "conclusion", "remark")


class InitiativeJudgement(models.Model):
    """What somebody makes of a model, criterion by criterion (chấm điểm, đánh giá mô hình)."""

    _name = "dan_chu.initiative.judgement"
    _description = "Judgement of a model"
    _inherit = ["dan_chu.unit.owned", "dan_chu.frozen", "dan_chu.readable.links"]
    _frozen_how = "judgement"
    _order = "id desc"
    _rec_name = "judged_by"

    initiative_id = fields.Many2one(
        "dan_chu.initiative", required=True, readonly=True, index=True, ondelete="cascade"
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
    set_id = fields.Many2one(
        "dan_chu.criteria.set", string="Criteria", readonly=True, index=True, ondelete="restrict"
    )
    by = fields.Selection(BY, string="Who judges", required=True, readonly=True)
    judged_by = fields.Char(
        string="As printed", help="Hội đồng thi đua, khen thưởng; Ban Dân vận Đảng ủy phường."
    )
    judged_on = fields.Date(default=lambda self: today(), required=True)
    score_ids = fields.One2many(
        "dan_chu.initiative.judgement.score", "judgement_id", string="Points by criterion"
    )
    total = fields.Float(
        string="Points", compute="_compute_total", store=True, digits=(6, 2), aggregator="avg"
    )
    maximum = fields.Float(
        string="Points at most", compute="_compute_total", store=True, digits=(6, 2)
    )
    conclusion = fields.Selection(
        [
            ("spread", "Effective, to be spread"),
            ("kept", "Effective, to be kept up"),
            ("adjust", "Unclear or for form only, to be adjusted"),
        ],
    )
    remark = fields.Text()
    settled_on = fields.Datetime(readonly=True, copy=False)
    settled_by_id = fields.Many2one("res.users", readonly=True, copy=False, ondelete="restrict")
    may_change = fields.Boolean(compute="_compute_may_change")

    @api.depends("score_ids.points", "score_ids.maximum")
    def _compute_total(self):
        for row in self:
            row.total = sum(row.score_ids.mapped("points"))
            row.maximum = sum(row.score_ids.mapped("maximum"))

    @api.depends("initiative_id", "by", "settled_on")
    @api.depends_context("uid")
    def _compute_may_change(self):
        for row in self:
            model = row.initiative_id
            row.may_change = bool(model) and not row.settled_on and model._may_judge(row.by)

    @api.model
    def default_get(self, fields):
        """The criteria to be filled in. Nothing is kept of a sheet that is only looked at."""
        values = super().default_get(fields)
        if "score_ids" in fields and values.get("initiative_id"):
            values |= self._begun(values)
        return values

    @api.model_create_multi
    def create(self, vals_list):  # pylint: disable=method-required-super
        open_ = {"settled_on": False, "settled_by_id": False}
        begun = [{**self._typed(vals), **self._begun(vals), **open_} for vals in vals_list]
        rows = self.sudo()._add(begun).sudo(False)
        rows.check_access("create")
        return rows

    def write(self, vals):
        if vals.keys() & (_BEHIND_BUTTONS | _FOLLOWS):
            raise UserError(
                self.env._("Who judges what, by which criteria, is settled when it is begun.")
            )
        self._check_may_change()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_settled(self):
        self._check_may_change()

    def action_settle(self):
        """From now on it stays; that of the unit, or of who recognises, makes the model judged."""
        for row in self:
            row._check_may_change()
            if row.by != "self" and not row.conclusion:
                raise UserError(self.env._("Choose what is concluded: kept up, spread, adjusted."))
            # The points reach the database before it keeps them.
            row.score_ids.flush_recordset()
            row.sudo()._put({"settled_on": fields.Datetime.now(), "settled_by_id": self.env.uid})
            if row.by != "self" and row.initiative_id.state in ("launched", "running"):
                row.initiative_id._move("judged", row._told())

    def _told(self):
        self.ensure_one()
        names = dict(self._fields["conclusion"]._description_selection(self.env))
        return self.env._(
            "Judged: %(points)s of %(maximum)s points; %(conclusion)s.",
            points=f"{self.total:g}",
            maximum=f"{self.maximum:g}",
            conclusion=names[self.conclusion],
        )

    def _put(self, vals):
        return super().write(vals)

    @api.model
    def _add(self, vals_list):
        return super().create(vals_list)

    @api.model
    def _typed(self, vals):
        return {name: vals[name] for name in _TYPED if name in vals}

    @api.model
    def _begun(self, vals):
        """What the movement settles: the criteria, with the points that are given already."""
        model = self.env["dan_chu.initiative"].browse(vals.get("initiative_id"))
        if not model:
            raise UserError(self.env._("A judgement is begun by the buttons of the model."))
        model.check_access("read")
        model._check_may_judge(vals.get("by"))
        criteria = model.movement_id.sudo().criteria_set_id
        typed = (command for command in vals.get("score_ids") or () if command[0] == Command.CREATE)
        given = {
            line.get("line_id"): {name: line[name] for name in ("points", "note") if name in line}
            for _code, _number, line in typed
        }
        if given.keys() - set(criteria.line_ids.ids):
            raise UserError(self.env._("The criteria of a judgement are those of its set."))
        lines = [
            {
                **given.get(line.id, {}),
                "line_id": line.id,
                "name": line.name,
                "maximum": line.points,
                "sequence": line.sequence,
            }
            for line in criteria.line_ids
        ]
        return {
            "initiative_id": model.id,
            "by": vals["by"],
            "set_id": criteria.id,
            "score_ids": [Command.create(line) for line in lines],
        }

    def _check_may_change(self):
        for row in self:
            if row.settled_on:
                raise UserError(
                    self.env._("This judgement is settled and stays as it is: begin another one.")
                )
            row.initiative_id._check_may_judge(row.by)


class Initiative(models.Model):
    _inherit = "dan_chu.initiative"

    judgement_ids = fields.One2many(
        "dan_chu.initiative.judgement", "initiative_id", string="Judgements"
    )

    def action_judge(self, by="self"):
        """A sheet of the movement's criteria, to be filled in by who registered the model
        (`self`), by its unit or by who recognises it."""
        self.ensure_one()
        self.check_access("read")
        self._check_may_judge(by)
        judgements = self.env["dan_chu.initiative.judgement"]
        begun = Domain("initiative_id", "=", self.id) & Domain("by", "=", by)
        sheet = judgements.search(begun & Domain("settled_on", "=", False), limit=1)
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Judgement"),
            "res_model": judgements._name,
            "res_id": sheet.id,
            "view_mode": "form",
            "target": "new",
            "context": {"default_initiative_id": self.id, "default_by": by},
        }

    def _may_judge(self, by):
        """In words of code: the roles of the sides, without asking for the state."""
        self.ensure_one()
        user = self.env.user
        if by == "self" and self.proposer_id == user:
            return True
        units = [self.unit_id] + ([self.addressee_unit_id] if by == "recogniser" else [])
        return any(user._dan_chu_has_role("officer", unit) for unit in units)

    def _check_may_judge(self, by):
        if by not in dict(BY):
            raise UserError(self.env._("“%s” is none of those who judge a model.", by))
        self._require_state(*LIVING)
        if by != "self":
            self._check_of_another()
        if not self._may_judge(by):
            self._require_role("officer")
