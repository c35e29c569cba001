from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from .owner_unit import OwnerUnit

# Each side writes its own part; recorded from a signed paper, the officer types both.
_PARTS = {"head": {"head_words"}, "representative": {"staff_words"}}
_OF_OFFICER = {"line_ids", "is_on_paper", "checked_on"}
_BEHIND_BUTTONS = {
    "resolution_id",
    "unit_id",
    "number",
    "due_on",
    "basis",
    "state",
    "task_id",
    "head_by_id",
    "head_on",
    "staff_by_id",
    "staff_on",
    "done_on",
    "end_reason",
}


class ResolutionCheck(models.Model):
    """The check of a resolution that the law asks for every six months (Điều 52 khoản 3).

    It is made due by itself, as a task of the house with its reminders; what has become of each
    commitment comes from its task, and head and representative say what they think of it.
    """

    _name = "dan_chu.resolution.check"
    _description = "Check of a resolution"
    _inherit = ["dan_chu.unit.owned", "dan_chu.thread", "dan_chu.readable.links"]
    _order = "due_on desc, id desc"

    resolution_id = fields.Many2one(
        "dan_chu.resolution", required=True, readonly=True, index=True, ondelete="restrict"
    )
    unit_id = OwnerUnit(
        related="resolution_id.document_id.unit_id", store=True, index=True, precompute=True
    )
    conference_id = fields.Many2one(
        related="resolution_id.conference_id", store=True, index=True, precompute=True
    )
    paper = fields.Char(string="Paper that is checked", compute="_compute_paper", compute_sudo=True)
    number = fields.Integer(string="Check number", readonly=True)
    due_on = fields.Date(string="Due on", readonly=True)
    basis = fields.Char(string="Term by", readonly=True)
    state = fields.Selection(
        [("open", "To do"), ("done", "Done"), ("cancelled", "Cancelled")],
        default="open",
        required=True,
        readonly=True,
        index=True,
    )
    task_id = fields.Many2one(
        "dan_chu.task", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    line_ids = fields.One2many("dan_chu.resolution.check.line", "check_id", string="Commitments")
    is_on_paper = fields.Boolean(
        string="Recorded from a signed paper",
        help="The officer then types what the head and the representative wrote there.",
    )
    checked_on = fields.Date(string="Checked on")
    head_words = fields.Text(string="Evaluation by the head")
    head_by_id = fields.Many2one("res.users", readonly=True, ondelete="restrict")
    head_on = fields.Datetime(readonly=True)
    staff_words = fields.Text(string="Evaluation by the representative")
    staff_by_id = fields.Many2one("res.users", readonly=True, ondelete="restrict")
    staff_on = fields.Datetime(readonly=True)
    may_speak = fields.Boolean(compute="_compute_may_speak")
    done_on = fields.Date(string="Done on", readonly=True)
    end_reason = fields.Char(string="Why cancelled", readonly=True)

    _once = models.UniqueIndex(
        "(resolution_id, number)", "This check of the resolution has been made already."
    )

    @api.depends("number", "resolution_id")
    def _compute_display_name(self):
        super()._compute_display_name()

    def _name_for_readers(self):
        for check in self:
            check.display_name = self.env._(
                "Check %(number)s of %(paper)s", number=check.number, paper=check.paper or ""
            )

    @api.depends("resolution_id")
    def _compute_paper(self):
        for check in self:
            check.paper = check.resolution_id.document_id._named_with_kind()

    @api.depends("unit_id")
    @api.depends_context("uid")
    def _compute_may_speak(self):
        reach = self.env.user._dan_chu_reach("representative")
        for check in self:
            check.may_speak = check.unit_id.id in reach

    @api.model_create_multi
    def create(self, vals_list):
        """They come due by themselves; nobody makes one by hand."""
        if not self.env.su:
            raise AccessError(self.env._("A check comes due by itself, by the term of the law."))
        return super().create(vals_list)

    def write(self, vals):
        names = vals.keys() - self.env["dan_chu.thread"]._fields.keys()
        if names & _BEHIND_BUTTONS:
            raise UserError(self.env._("A check is settled by its buttons, not by hand."))
        for check in self:
            check._check_may_write(names, vals.get("is_on_paper", check.is_on_paper))
        return super().write(self._signed(vals))

    @api.ondelete(at_uninstall=False)
    def _unlink_never(self):
        raise UserError(self.env._("A check that came due stays on record."))

    def _check_may_write(self, names, is_on_paper):
        if not names or self.env.su:
            return
        if self.state != "open":
            raise UserError(
                self.env._("“%s” is settled and does not change any more.", self.display_name)
            )
        user, allowed = self.env.user, set()
        for role, own in _PARTS.items():
            if user._dan_chu_has_role(role, self.unit_id):
                allowed |= own
        if user._dan_chu_has_role("head", self.unit_id):
            allowed |= {"line_ids", "checked_on"}
        if user._dan_chu_has_role("officer", self.unit_id):
            allowed |= _OF_OFFICER
            if is_on_paper:
                allowed |= self._parts_left_to_type()
        refused = names - allowed
        if refused:
            labels = (
                self._fields[name].get_description(self.env)["string"] for name in sorted(refused)
            )
            raise AccessError(
                self.env._(
                    "“%(check)s”: %(fields)s is for another side to write. Head and representative "
                    "evaluate each for themselves; the officer records what they signed on paper.",
                    check=self.display_name,
                    fields=", ".join(labels),
                )
            )

    def _parts_left_to_type(self):
        """Of a side that has not written its part itself: nobody types over its words."""
        by_id = {"head": self.head_by_id, "representative": self.staff_by_id}
        return set().union(
            *(
                own
                for role, own in _PARTS.items()
                if not (by_id[role] and by_id[role]._dan_chu_has_role(role, self.unit_id))
            )
        )

    def _signed(self, vals):
        """Who wrote it, and when."""
        now, signed = fields.Datetime.now(), dict(vals)
        for part in ("head", "staff"):
            if f"{part}_words" in vals:
                signed |= {f"{part}_by_id": self.env.uid, f"{part}_on": now}
        return signed

    def _put(self, vals):
        """What the buttons settle."""
        return super().write(vals)
