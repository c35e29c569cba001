from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..lib.task_time import NoSuchTime, read
from .task import OPEN, STATES

_KEPT = {"resolution_id", "document_id", "paper", "is_in_force", "task_ids"}


class ResolutionCommitment(models.Model):
    """What a conference resolved to have done, by whom and until when.

    Once the resolution is issued the whole staff reads it, with what has become of its task; the
    task itself, its discussion and evidence stay with those who give and owe it.
    """

    _name = "dan_chu.resolution.commitment"
    _description = "Commitment of a resolution"
    _inherit = ["dan_chu.guarded.name", "dan_chu.document.part"]
    _order = "conference_id, sequence, id"
    # The text rests with the paper; whether the paper is still in force does not.
    _frozen_free = ("write_uid", "write_date", "is_in_force")

    resolution_id = fields.Many2one(
        "dan_chu.resolution", required=True, index=True, ondelete="cascade"
    )
    conference_id = fields.Many2one(
        related="resolution_id.conference_id", store=True, index=True, precompute=True
    )
    name = fields.Char(string="Commitment", required=True)
    who = fields.Char(
        string="Carried out by", help="As printed: Hiệu trưởng; Ban Chấp hành Công đoàn."
    )
    employee_id = fields.Many2one(
        "hr.employee", string="Person", index="btree_not_null", ondelete="restrict"
    )
    who_unit_id = fields.Many2one(
        "dan_chu.unit", string="Section of the staff", index="btree_not_null", ondelete="restrict"
    )
    who_text = fields.Char(string="Who", compute="_compute_who_text")
    time_text = fields.Char(string="Until", help="As printed: Quý I/2027; trước ngày 15/3/2027.")
    date_deadline = fields.Date(
        string="Deadline as resolved",
        compute="_compute_date_deadline",
        store=True,
        readonly=False,
        precompute=True,
    )
    product = fields.Char(string="Result expected")
    paper = fields.Char(string="Issued as", readonly=True, copy=False)
    is_in_force = fields.Boolean(readonly=True, copy=False)
    task_ids = fields.One2many(
        "dan_chu.task",
        "commitment_id",
        groups="dan_chu_co_so.group_officer,dan_chu_co_so.group_head",
    )
    task_state = fields.Selection(
        STATES, string="What has become of it", compute="_compute_task", compute_sudo=True
    )
    task_deadline = fields.Date(string="Deadline", compute="_compute_task", compute_sudo=True)
    done_on = fields.Date(string="Done on", compute="_compute_task", compute_sudo=True)
    is_late = fields.Boolean(string="Late", compute="_compute_task", compute_sudo=True)
    found = fields.Text(
        string="Found at the last check", compute="_compute_found", compute_sudo=True
    )

    @api.depends("who", "employee_id.name", "who_unit_id.name")
    def _compute_who_text(self):
        """Kept as printed once it is issued: a person may change the name or leave."""
        for row in self:
            named = row.employee_id.sudo().name or row.who_unit_id.sudo().name
            row.who_text = row.who if row.paper else named or row.who

    @api.depends("time_text")
    def _compute_date_deadline(self):
        for row in self:
            if row.time_text:
                row.date_deadline = row._read_time().deadline

    @api.depends("task_ids.state", "task_ids.date_deadline")
    @api.depends_context("tz")
    def _compute_task(self):
        day = fields.Date.context_today(self)
        for row in self:
            task = row.task_ids[:1]
            row.task_state = task.state
            row.task_deadline = task.date_deadline or row.date_deadline
            row.done_on = task.done_on
            row.is_late = bool(
                task.state in OPEN and task.date_deadline and task.date_deadline < day
            )

    def _compute_found(self):
        """What all the staff were told; what was reported since is for those who work on it."""
        lines = self.env["dan_chu.resolution.check.line"].search(
            [("commitment_id", "in", self.ids), ("check_id.state", "=", "done")], order="id"
        )
        last = {line.commitment_id.id: line.found for line in lines}
        for row in self:
            row.found = last.get(row.id, False)

    @api.constrains("time_text")
    def _check_time(self):
        for row in self.filtered("time_text"):
            wrong = row._no_such_day()
            if wrong:
                raise ValidationError(self.env._("“%s” is not a day of the calendar.", wrong))

    @api.constrains("employee_id", "who_unit_id", "resolution_id")
    def _check_who_is_of_the_house(self):
        for row in self:
            top = row.unit_id.sudo().institution_id
            person = row.employee_id.sudo()
            place = person.dan_chu_unit_id or row.who_unit_id.sudo()
            if (person or place) and place.institution_id != top:
                raise ValidationError(
                    self.env._(
                        "“%(name)s”: %(who)s is not of %(unit)s. Name in words who is of another "
                        "house.",
                        name=row.name,
                        who=person.name or place.name,
                        unit=top.name,
                    )
                )

    @api.model_create_multi
    def create(self, vals_list):
        default = self.env.context.get("default_resolution_id")
        rows = [{**vals, "resolution_id": vals.get("resolution_id", default)} for vals in vals_list]
        papers = self.env["dan_chu.resolution"].browse(
            {row["resolution_id"] for row in rows} - {None, False}
        )
        papers.check_access("write")
        document_of = {paper.id: paper.document_id.id for paper in papers}
        return super().create(
            [
                {
                    **row,
                    "document_id": document_of.get(row["resolution_id"]),
                    "paper": False,
                    "is_in_force": False,
                }
                for row in rows
            ]
        )

    def write(self, vals):
        if vals.keys() & _KEPT:
            raise UserError(self.env._("A commitment stays in its resolution."))
        return super().write(vals)

    def _day(self):
        return self.conference_id.date or fields.Date.context_today(self)

    def _year(self):
        """Of a phrase without a year: that of the conference."""
        return self._day().year

    def _read_time(self):
        """“Quý II”, said in October, is that of the year to come."""
        text, day = "" if self._no_such_day() else self.time_text, self._day()
        found = read(text, day.year)
        if not found.deadline or found.deadline >= day:
            return found
        later = read(text, day.year, (day, day + relativedelta(years=1, days=-1)))
        return later if later.deadline and later.deadline >= day else found

    def _no_such_day(self):
        """The piece of the phrase that is no day: the 31st of February."""
        try:
            read(self.time_text or "", self._year())
        except NoSuchTime as error:
            return error.piece
        return ""

    def _printed(self):
        """Rows of the annex, and what is frozen of them."""
        return [
            {
                "name": row.name,
                "who": row.who_text or "",
                "time": row.time_text
                or (row.date_deadline and f"{row.date_deadline:%d/%m/%Y}")
                or "",
                "product": row.product or "",
            }
            for row in self.sorted(lambda row: (row.sequence, row.id or 0))
        ]

    def action_open_task(self):
        self.ensure_one()
        self._require_role("officer", "head")
        task = self.task_ids[:1]
        if not task:
            raise UserError(
                self.env._("“%s” becomes a task when its resolution is issued.", self.name)
            )
        return {
            "type": "ir.actions.act_window",
            "res_model": task._name,
            "res_id": task.id,
            "view_mode": "form",
        }

    def action_open_paper(self):
        """The resolution as it was issued, for all the staff."""
        self.ensure_one()
        self.check_access("read")
        return self.sudo().resolution_id._open_issued(self.env)

    def _require_role(self, *roles):
        self.resolution_id._require_role(*roles)
