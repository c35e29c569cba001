from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError, ValidationError

from ..lib.clock import today

KINDS = [
    ("opinion", "Opinion"),
    ("question", "Question"),
    ("speak", "Request to speak"),
]
# What was said, and by whom: theirs who said it.
_SAID = {"kind", "text", "employee_id", "name", "section_id", "section", "item_id", "people_count"}
_BEHIND_BUTTONS = {"door", "said_on", "answered_on", "answered_by_id"}
_LONGEST = 5000
# Of one person at one conference; a phone that has gone wild fills no table.
_MOST = 50


class ConferenceOpinion(models.Model):
    """What the staff say, ask or want to speak about, before the conference or at it.

    Handed in by each person, or collected in a section and entered for it.
    """

    _name = "dan_chu.conference.opinion"
    _description = "Opinion before a conference"
    _inherit = ["dan_chu.conference.part"]
    _order = "conference_id, section, kind, id"
    _rec_name = "text"
    _open_in = ("draft", "called", "open", "ballot")

    kind = fields.Selection(KINDS, required=True, default="opinion", index=True)
    item_id = fields.Many2one(
        "dan_chu.conference.item",
        string="About the agenda item",
        index="btree_not_null",
        ondelete="restrict",
    )
    text = fields.Text(string="In words", required=True)
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    name = fields.Char(
        string="Raised by",
        compute="_compute_from_employee",
        store=True,
        readonly=False,
        precompute=True,
        help="Empty: the section as a whole.",
    )
    section_id = fields.Many2one(
        "dan_chu.unit",
        string="Section of the staff",
        compute="_compute_from_employee",
        store=True,
        readonly=False,
        precompute=True,
        index="btree_not_null",
        ondelete="restrict",
    )
    section = fields.Char(
        string="Name of the section",
        compute="_compute_section",
        store=True,
        readonly=False,
        precompute=True,
    )
    people_count = fields.Integer(
        string="Of how many people", help="Where a section raises it: how many agree."
    )
    door = fields.Selection(
        [("system", "In the system"), ("paper", "Collected, entered here")],
        default="paper",
        required=True,
        readonly=True,
        copy=False,
    )
    said_on = fields.Date(string="Raised on", readonly=True, copy=False)
    answer = fields.Text(copy=False)
    answered_on = fields.Date(readonly=True, copy=False)
    answered_by_id = fields.Many2one(
        "res.users", string="Answered by", readonly=True, copy=False, ondelete="restrict"
    )

    may_enter = fields.Boolean(compute="_compute_may_enter")

    _counts = models.Constraint(
        "CHECK(people_count >= 0)", "People are counted in whole numbers, not below zero."
    )

    @api.depends("employee_id")
    def _compute_from_employee(self):
        for row in self:
            person = row.employee_id.sudo()
            row.name = person.name or row.name
            row.section_id = person.dan_chu_unit_id or row.section_id

    @api.depends("unit_id")
    @api.depends_context("uid")
    def _compute_may_enter(self):
        reach = self.env.user._dan_chu_reach("officer")
        for row in self:
            row.may_enter = not row.unit_id or row.unit_id.id in reach

    @api.depends("section_id")
    def _compute_section(self):
        for row in self:
            row.section = row.section_id.sudo().name or row.section

    @api.constrains("item_id", "conference_id")
    def _check_item(self):
        for row in self.filtered("item_id"):
            if row.item_id.conference_id != row.conference_id:
                raise ValidationError(
                    self.env._("“%s” is on the agenda of another conference.", row.item_id.name)
                )

    @api.model_create_multi
    def create(self, vals_list):
        """Collected in a section, or on paper. Whoever says it in the program uses `hand_in`."""
        begun = dict.fromkeys(("answered_on", "answered_by_id"), False)
        begun |= {"door": "paper", "said_on": today()}
        rows = super().create([{**vals, **begun} for vals in vals_list])
        rows.filtered("answer")._put(self._answered())
        return rows

    def write(self, vals):
        if vals.keys() & _BEHIND_BUTTONS:
            raise UserError(self.env._("Who raised and who answered it is kept by the program."))
        # Head and representative answer; what was raised is entered by the officer.
        if vals.keys() - {"answer"}:
            self._require_role("officer")
        for row in self:
            if row.door == "system" and vals.keys() & _SAID:
                raise UserError(
                    self.env._(
                        "%s said this in the program: it stays as it was said, and is answered.",
                        row.name,
                    )
                )
        if "answer" in vals:
            vals = {**vals, **self._answered(vals["answer"])}
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_only_own_entries(self):
        for row in self:
            if row.door == "system" and not self.env.su:
                raise UserError(
                    self.env._(
                        "%s said this in the program: only that person takes it back.", row.name
                    )
                )

    @api.model
    def hand_in(self, conference_id=None, values=None):
        """By whoever is of the staff, from the own phone; its id. Sent twice it is there once.

        `values`: `kind`, `text`, and if need be `item_id`.
        """
        values = values or {}
        conference = self._conference_to_speak_to(conference_id)
        text = str(values.get("text") or "").strip()
        kind = values.get("kind") or "opinion"
        if not text or kind not in dict(KINDS):
            raise UserError(self.env._("Say in your words what it is about."))
        if len(text) > _LONGEST:
            raise UserError(self.env._("At most %s letters: give the rest as a paper.", _LONGEST))
        person = self._speaker(conference)
        said = {
            "conference_id": conference.id,
            "kind": kind,
            "text": text,
            "item_id": self._item_of(conference, values.get("item_id")).id,
            "employee_id": person.id,
        }
        rows = self.sudo()
        same = rows.search([(name, "=", value) for name, value in said.items()], limit=1)
        if same:
            return same.id
        own = [("conference_id", "=", conference.id), ("employee_id", "=", person.id)]
        if rows.search_count([*own, ("door", "=", "system")], limit=_MOST) >= _MOST:
            raise UserError(
                self.env._("You have handed in %s already: say the rest at the conference.", _MOST)
            )
        return rows._said(said).id

    def take_back(self):
        """By whoever said it, as long as nobody has answered."""
        for row in self.sudo():
            if row.employee_id.user_id != self.env.user or row.door != "system":
                raise AccessError(self.env._("Only who said it takes it back."))
            if row.answered_on:
                raise UserError(self.env._("It was answered already, and stays with the answer."))
        self.sudo().unlink()
        return True

    @api.model
    def _said(self, said):
        row = self.create([said])
        row._put({"door": "system"})
        return row

    @api.model
    def _answered(self, answer=True):
        return {
            "answered_on": today() if answer else False,
            "answered_by_id": self.env.uid if answer else False,
        }

    @api.model
    def _conference_to_speak_to(self, conference_id):
        """Of the own house, or one on whose list the person is, as others are at a joint one."""
        conference = self.env["dan_chu.conference"].sudo().browse(conference_id or ()).exists()
        listed = self.env["dan_chu.conference.attendee"].sudo()
        is_of_it = (
            conference
            and conference.state != "draft"
            and (
                self.env.user._dan_chu_has_role("staff", conference.unit_id)
                or listed.search_count(
                    [
                        ("conference_id", "=", conference.id),
                        ("employee_id.user_id", "=", self.env.uid),
                        ("is_guest", "=", False),
                    ],
                    limit=1,
                )
            )
        )
        if not is_of_it:
            raise AccessError(self.env._("You are not of the staff whose conference this is."))
        conference._require_state("called", "open", "ballot")
        return conference

    @api.model
    def _speaker(self, conference):
        own = self.env.user.sudo().employee_ids
        units = conference._listed_units()
        person = own.filtered(lambda each: each.dan_chu_unit_id in units)[:1] or own[:1]
        if not person:
            raise UserError(
                self.env._("No person of the staff goes with your account: ask the officer.")
            )
        return person

    @api.model
    def _item_of(self, conference, item_id):
        items = conference.item_ids
        return items.filtered(lambda item: item.id == item_id) if item_id else items.browse()


class Conference(models.Model):
    _inherit = "dan_chu.conference"

    opinion_ids = fields.One2many(
        "dan_chu.conference.opinion", "conference_id", string="Said before the conference"
    )
    opinion_count = fields.Integer(
        string="Opinions and questions", compute="_compute_opinion_count"
    )
    unanswered_count = fields.Integer(
        string="Questions without an answer", compute="_compute_opinion_count"
    )

    @api.depends("opinion_ids.answered_on", "opinion_ids.kind")
    def _compute_opinion_count(self):
        rows = self.env["dan_chu.conference.opinion"]._read_group(
            [("conference_id", "in", self.ids)],
            ["conference_id", "kind", "answered_on:year"],
            ["__count"],
        )
        for conference in self:
            own = [row for row in rows if row[0] == conference._origin]
            conference.opinion_count = sum(row[-1] for row in own)
            conference.unanswered_count = sum(
                row[-1] for row in own if row[1] == "question" and not row[2]
            )

    def action_open_opinions(self):
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Opinions and questions"),
            "res_model": "dan_chu.conference.opinion",
            "view_mode": "list,kanban,form",
            "mobile_view_mode": "kanban",
            "domain": [("conference_id", "=", self.id)],
            "context": {"default_conference_id": self.id, "search_default_by_section": 1},
        }
