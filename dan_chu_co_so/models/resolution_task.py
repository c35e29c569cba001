from odoo import api, fields, models
from odoo.exceptions import AccessError

from ..lib.roll import INSIDE, Roll
from ..lib.task_time import write as phrase
from .task import OPEN
from .task_guard import DEFINITION

RESOLUTION = "dan_chu.resolution"


class Resolution(models.Model):
    """From the day of issue on each commitment is a task of the house."""

    _inherit = "dan_chu.resolution"

    task_ids = fields.Many2many("dan_chu.task", string="Tasks", compute="_compute_task_ids")

    @api.depends("commitment_ids.task_ids")
    def _compute_task_ids(self):
        for paper in self:
            paper.task_ids = paper.commitment_ids.task_ids

    def _issued(self):
        super()._issued()
        for paper in self:
            paper._make_tasks()

    def _numbered(self):
        """What people read on the task is the number of the paper, as soon as it has one."""
        super()._numbered()
        for paper in self:
            paper._tasks()._put({"source_text": paper.document_id._named_with_kind()})

    def _ended(self, reason):
        super()._ended(reason)
        open_tasks = self._tasks().filtered(lambda task: task.state in OPEN)
        open_tasks._move_to("cancelled", "cancelled", text=reason)

    def _tasks(self):
        return self.sudo().commitment_ids.task_ids

    def _make_tasks(self):
        """Once for each commitment: the index of the database lets no second one through."""
        waiting = self.commitment_ids.filtered(lambda row: not row.sudo().task_ids)
        tasks = self.env["dan_chu.task"]._make_parts(
            [row._task_values() for row in waiting], fields.Datetime.now()
        )
        tasks._check_reaches_addressee()
        tasks._tell_new_lead()
        waiting.invalidate_recordset(["task_ids"])


class ResolutionCommitment(models.Model):
    _inherit = "dan_chu.resolution.commitment"

    def _task_values(self):
        self.ensure_one()
        paper, time = self.resolution_id, self._read_time()
        is_dated = self.date_deadline and self.date_deadline != time.deadline
        kind = time.kind if self.time_text and not is_dated else "at_latest"
        words = self.time_text or (
            self.date_deadline and phrase("at_latest", deadline=self.date_deadline)
        )
        return {
            "name": self.name,
            "sequence": self.sequence,
            "product": self.product,
            "unit_id": paper.unit_id.id,
            "commitment_id": self.id,
            "source_model": RESOLUTION,
            "source_id": paper.id,
            "source_text": paper.document_id._named_with_kind(),
            # A promise that is kept again and again is one row here: the check says how it goes.
            "time_kind": "standing" if kind == "recurring" or not words else kind,
            "time_text": words,
            "date_start": None if is_dated or kind == "recurring" else time.start,
            "date_deadline": self.date_deadline or None,
            **self._who_values(),
        }

    def _who_values(self):
        house = self.unit_id.sudo().institution_id
        person = self.employee_id.sudo()
        if person:
            return {
                "who_kind": "employee",
                "lead_employee_id": person.id,
                "addressee_unit_id": person.dan_chu_unit_id.id or house.id,
            }
        if self.who_unit_id:
            return {"who_kind": "unit", "addressee_unit_id": self.who_unit_id.id}
        owes = {"addressee_unit_id": house.id}
        if not self.who:
            return {**owes, "who_kind": "unit"}
        if house._staff_roll().find(self.who).kind == "all_staff":
            return {**owes, "who_kind": "all_staff"}
        return {**owes, "who_kind": "position", "lead_position": self.who}


class Task(models.Model):
    """A commitment of the conference: what it is stays as it was resolved."""

    _inherit = "dan_chu.task"

    commitment_id = fields.Many2one(
        "dan_chu.resolution.commitment",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
    )

    _commitment_once = models.UniqueIndex(
        "(commitment_id) WHERE commitment_id IS NOT NULL",
        "This commitment already has its task.",
    )

    def action_cancel(self, reason=None):
        """What the conference resolved is not called off by who has to do it."""
        if not self.env.su and self.filtered("commitment_id"):
            raise AccessError(
                self.env._(
                    "This was resolved by the conference of the staff: it is called off by a "
                    "paper that replaces or withdraws the resolution."
                )
            )
        return super().action_cancel(reason)

    def _writable(self):
        names = super()._writable()
        if self.source_model == RESOLUTION and not self.env.su:
            names -= DEFINITION
        return names


class Unit(models.Model):
    _inherit = "dan_chu.unit"

    def _staff_roll(self):
        """Whom words may name in the house: its sections and its people."""
        top = self.sudo().institution_id
        inside = top._inside()
        people = self.env["hr.employee"].sudo().search([("dan_chu_unit_id", "in", inside.ids)])
        return Roll(
            [("unit", unit.id, INSIDE, unit._called()) for unit in inside]
            + [("employee", person.id, INSIDE, (person.name,)) for person in people]
        )
