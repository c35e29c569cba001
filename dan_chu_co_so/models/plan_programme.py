from odoo import api, fields, models
from odoo.fields import Command

from ..lib.plan_shift import later_time
from ..lib.plan_text import closing
from ..lib.task_time import Time
from ..lib.text import fold

# A work of the programme that is an inspection says so with its first words.
_KINDS_BY_WORD = {"kiem tra": "check", "giam sat": "supervise", "xac minh": "verify"}
_PRINTED = ("time", "name", "subject", "method", "who", "product")


class Plan(models.Model):
    """The programme of a board: a plan whose works are inspections and not tasks."""

    _inherit = "dan_chu.plan"

    programme_line_ids = fields.One2many(
        "dan_chu.programme.line", "plan_id", string="Inspections meant to be made", copy=True
    )
    allowed_board_ids = fields.Many2many("dan_chu.board", compute="_compute_allowed_board_ids")
    is_programme = fields.Boolean(compute="_compute_is_programme")
    has_sealed_board = fields.Boolean(compute="_compute_is_programme")

    @api.model
    def default_get(self, fields_list):
        """Begun from the screen of a board's programmes, it is one of the own board."""
        values = super().default_get(fields_list)
        if not self.env.context.get("of_own_board"):
            return values
        board = self.env["dan_chu.board"].browse(self.env.user._dan_chu_boards())[:1]
        if board and not values.get("board_id"):
            own = {
                "board_id": board.id,
                "unit_id": board.unit_id.id,
                "board_name": board.name,
                "board_code": board.symbol,
                "kind_id": self.env.ref("dan_chu_co_so.document_kind_ctr").id,
                "purpose_ids": [
                    Command.set(self.env.ref("dan_chu_co_so.plan_purpose_inspectorate").ids)
                ],
            }
            values |= {name: value for name, value in own.items() if name in fields_list}
        return values

    @api.depends_context("uid")
    def _compute_allowed_board_ids(self):
        self.allowed_board_ids = self.env["dan_chu.board"]._workable()

    @api.depends("purpose_ids.code", "board_id", "programme_line_ids")
    def _compute_is_programme(self):
        for plan in self:
            codes = set(plan.purpose_ids.mapped("code"))
            plan.has_sealed_board = plan.board_id.is_sealed
            plan.is_programme = bool(
                plan.has_sealed_board
                or codes & {"inspectorate", "inspection"}
                or plan.programme_line_ids
            )

    @api.onchange("board_id")
    def _onchange_board_id(self):
        if self.board_id:
            self.unit_id = self.board_id.unit_id
            self.board_name = self.board_id.name
            self.board_code = self.board_id.symbol

    def _usual_closing(self):
        """A board that works by itself speaks to its members, and to nobody else."""
        if not self.board_id.is_sealed:
            return super()._usual_closing()
        return closing(
            self.kind_id.name or "",
            self.title or "",
            self.board_name or "",
            has_units_below=False,
            who="các thành viên của Ban",
        )

    def _programme_recipients(self):
        """Whom the programme is told: the body that directs the board, the head, the members."""
        house = self.unit_id.sudo().institution_id
        head = house.head_title and f"{house.head_title} {house.name}"
        rows = (
            (self.board_id._directing_name(), "report"),
            (head, "know"),
            (f"Thành viên {self.board_name}", "carry_out"),
        )
        return [
            Command.create({"name": name, "purpose": purpose}) for name, purpose in rows if name
        ]

    def _programme_rows(self):
        """Rows of the printed table, each a list of lines a column."""
        lines = self.programme_line_ids.sorted(
            lambda line: (line.sequence, line._origin.id or float("inf"))
        )
        printed = [line._printed() for line in lines]
        return [[row[column] for column in _PRINTED] for row in printed]

    def _record(self):
        return {**super()._record(), "programme_line_ids": self._programme_rows()}

    def _take_in(self, rows, section=None):
        """A board that works by itself has lines of its programme where others have tasks."""
        if not self.sealed_board_id:
            return super()._take_in(rows, section)
        last = max(self.programme_line_ids.mapped("sequence"), default=0)
        self.env["dan_chu.programme.line"].create(
            [self._programme_values(row, last + place) for place, row in enumerate(rows, start=1)]
        )
        return None

    def _programme_values(self, row, place):
        word = " ".join(fold(row["name"]).split()[:2])
        people = filter(None, (row["lead"], *row["partners"]))
        return {
            "plan_id": self.id,
            "sequence": place,
            "name": row["name"],
            "kind": _KINDS_BY_WORD.get(word, False),
            "time_text": row["time"].text,
            "date_from": row["time"].start,
            "date_to": row["time"].deadline,
            "member_text": "; ".join(people),
            "product": row["product"],
        }

    def _copy_to_year(self, unit, year):
        new = super()._copy_to_year(unit, year)
        years = year - self.period_year
        for line in new.programme_line_ids:
            time = Time(
                "window", line.time_text or "", line.date_from or None, line.date_to or None
            )
            time = later_time(time, self.date_from, self.date_to, years)
            line.write({"time_text": time.text, "date_from": time.start, "date_to": time.deadline})
        return new


class PlanTemplate(models.Model):
    _inherit = "dan_chu.plan.template"

    def _begin(self, unit, values):
        plan = super()._begin(unit, values)
        if plan.sealed_board_id and not plan.recipient_ids:
            plan.recipient_ids = plan._programme_recipients()
        return plan
