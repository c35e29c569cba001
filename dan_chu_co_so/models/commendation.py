from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from .owner_unit import OwnerUnit

STATES = [
    ("draft", "Being put together"),
    ("submitted", "Dossier handed in"),
    ("checked", "Dossier complete"),
    ("returned", "Sent back"),
    ("passed", "Passed by the council"),
    ("refused", "Refused by the council"),
    ("forwarded", "Sent up"),
    ("awarded", "Awarded"),
    ("not_awarded", "Not awarded"),
    ("withdrawn", "Withdrawn by the unit"),
]
# With the unit that nominates, which may change it.
WITH_UNIT = ("draft", "returned")
RATINGS = [
    ("excellent", "Excellent"),
    ("good", "Good"),
    ("fair", "Fair"),
    ("poor", "Not fulfilled"),
]
_BEHIND_BUTTONS = {
    "state",
    "submitted_on",
    "submitted_by_id",
    "checked_on",
    "checked_by_id",
    "return_reason",
    "refusal_reason",
    "council_for",
    "council_against",
    "council_blank",
    "council_base",
    "council_words",
    "council_again_words",
    "forwarded_id",
    "decided_on",
    "decision_words",
    "decision_document_id",
    "bonus",
    "bonus_words",
    "handed_over_on",
    "handed_over_item_id",
    "published_on",
    "is_on_paper",
    "origin_id",
    "origin_words",
    "forwarded_on",
    "forwarded_paper",
}


class Commendation(models.Model):
    """A person or a collective nominated for an award (đề nghị khen thưởng): a row with two sides,
    the unit that nominates and the institution that holds the round."""

    _name = "dan_chu.commendation"
    _description = "Nomination"
    _inherit = [
        "dan_chu.unit.owned",
        "dan_chu.stated",
        "dan_chu.thread",
        "dan_chu.folded.search",
        "dan_chu.frozen",
    ]
    _order = "round_id desc, unit_id, sequence, id"
    _folded_fields = ("name", "position")
    _frozen_how = "commendation"
    _frozen_free = (
        "write_uid",
        "write_date",
        "search_text",
        "handed_over_on",
        "handed_over_item_id",
        "published_on",
    )

    round_id = fields.Many2one(
        "dan_chu.commendation.round", required=True, index=True, ondelete="restrict"
    )
    unit_id = OwnerUnit(string="Unit that nominates")
    addressee_unit_id = OwnerUnit(
        related="round_id.unit_id",
        string="Unit that holds the round",
        store=True,
        index=True,
        precompute=True,
        readonly=True,
    )
    sequence = fields.Integer(default=10)
    target = fields.Selection(
        [("person", "Persons"), ("collective", "Collectives")],
        string="Kind of nominee",
        required=True,
        default="person",
    )
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    subject_unit_id = fields.Many2one(
        "dan_chu.unit", string="Collective", index="btree_not_null", ondelete="restrict"
    )
    initiative_id = fields.Many2one(
        "dan_chu.initiative", string="For the model", index="btree_not_null", ondelete="restrict"
    )
    name = fields.Char(
        string="Name as printed",
        required=True,
        compute="_compute_from_target",
        store=True,
        readonly=False,
        precompute=True,
    )
    position = fields.Char(
        compute="_compute_from_target", store=True, readonly=False, precompute=True
    )
    award_id = fields.Many2one("dan_chu.award", required=True, index=True, ondelete="restrict")
    rating = fields.Selection(RATINGS, string="Rating of the year")
    summary = fields.Char(
        string="Merit in one line", help="As the annex of the decision prints it."
    )
    achievements = fields.Html()
    # What the unit's own meeting voted.
    meeting_on = fields.Date(string="Meeting of the unit")
    meeting_present = fields.Integer(string="Present at the meeting")
    meeting_for = fields.Integer(string="For it at the meeting")
    state = fields.Selection(
        STATES, default="draft", required=True, readonly=True, copy=False, index=True
    )
    submitted_on = fields.Datetime(string="Handed in on", readonly=True, copy=False)
    submitted_by_id = fields.Many2one(
        "res.users", string="Handed in by", readonly=True, copy=False, ondelete="restrict"
    )
    checked_on = fields.Datetime(readonly=True, copy=False)
    checked_by_id = fields.Many2one("res.users", readonly=True, copy=False, ondelete="restrict")
    return_reason = fields.Char(string="Why sent back", readonly=True, copy=False)
    refusal_reason = fields.Char(string="Why refused", readonly=True, copy=False)
    council_for = fields.Integer(readonly=True, copy=False)
    council_against = fields.Integer(readonly=True, copy=False)
    council_blank = fields.Integer(readonly=True, copy=False)
    council_base = fields.Integer(readonly=True, copy=False)
    council_words = fields.Char(string="Vote of the council", readonly=True, copy=False)
    forwarded_id = fields.Many2one(
        "dan_chu.commendation",
        string="In the round above",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )
    decided_on = fields.Date(readonly=True, copy=False)
    decision_words = fields.Char(string="Decision", readonly=True, copy=False)
    bonus = fields.Integer(string="Bonus (VND)", readonly=True, copy=False)
    handed_over_on = fields.Date(readonly=True, copy=False)
    published_on = fields.Date(string="Made Known On", readonly=True, copy=False)

    _who = models.Constraint(
        "CHECK(target <> 'person' OR subject_unit_id IS NULL)",
        "A person is nominated, or a collective, not both.",
    )
    _meeting = models.Constraint(
        "CHECK(meeting_for >= 0 AND meeting_for <= meeting_present)",
        "No more vote for it than are present.",
    )
    _bonus = models.Constraint("CHECK(bonus >= 0)", "A bonus is not below zero.")
    _once = models.UniqueIndex(
        "(round_id, employee_id, award_id) WHERE employee_id IS NOT NULL AND state <> 'withdrawn'",
        "This person is nominated for this award in this round already.",
    )
    _collective_once = models.UniqueIndex(
        "(round_id, subject_unit_id, award_id) "
        "WHERE subject_unit_id IS NOT NULL AND state <> 'withdrawn'",
        "This collective is nominated for this award in this round already.",
    )

    @api.depends("employee_id", "subject_unit_id", "target")
    def _compute_from_target(self):
        titles = {
            public.id: public.job_title
            for public in self.env["hr.employee.public"].sudo().browse(self.employee_id.ids)
        }
        for row in self:
            if row.target == "person" and row.employee_id:
                row.name = row.employee_id.sudo().name
                row.position = titles.get(row.employee_id.id)
            elif row.target == "collective" and row.subject_unit_id:
                row.name = row.subject_unit_id.sudo().name
                row.position = False
            else:
                row.name = row.name
                row.position = row.position

    @api.constrains("round_id", "award_id")
    def _check_award_of_round(self):
        for row in self:
            if row.award_id not in row.round_id.sudo().award_ids:
                raise ValidationError(
                    self.env._(
                        "“%(award)s” is not among the awards of “%(round)s”.",
                        award=row.award_id.name,
                        round=row.round_id.sudo().name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        rows = super().create([{**vals, **self._begun()} for vals in vals_list])
        rows._require_role("officer")
        return rows

    def write(self, vals):
        if vals.keys() & _BEHIND_BUTTONS:
            raise UserError(
                self.env._("What becomes of a nomination is done by its buttons, not by hand.")
            )
        if vals.keys() & {"round_id", "unit_id"}:
            raise UserError(self.env._("A nomination stays with its round and its unit."))
        self._check_links([vals])
        if vals.keys() - self.env["dan_chu.thread"]._fields.keys():
            self._require_role("officer")
            self._require_state(*WITH_UNIT)
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_draft(self):
        for row in self.filtered(lambda row: row.state != "draft"):
            raise UserError(
                self.env._("“%s” was handed in and stays on record: withdraw it.", row.name)
            )

    def _put(self, vals):
        """What the buttons settle."""
        return super().write(vals)

    @api.model
    def _add(self, vals_list):
        """Rows that the system adds: of a list, or sent up from below."""
        return super().create([{**self._begun(), **vals} for vals in vals_list])

    @api.model
    def _begun(self):
        """Nothing has become of it yet, whatever a default says."""
        zeros = {name: 0 for name in _BEHIND_BUTTONS if self._fields[name].type == "integer"}
        return {**dict.fromkeys(_BEHIND_BUTTONS, False), **zeros, "state": "draft"}

    def _missing_papers(self):
        """{nomination: names of the papers that its dossier lacks}."""
        return {}
