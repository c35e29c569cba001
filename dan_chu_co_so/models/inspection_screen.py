from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain

from ..lib.clock import today
from ..lib.task_calendar import part_of, span
from ..lib.task_phrase import ROMAN
from .inspection import KINDS, SEALED_KINDS, SETTLED


class Board(models.Model):
    _inherit = "dan_chu.board"

    @api.model
    def _workable(self):
        """Boards the user works for: the own ones, and those that officers work for."""
        user = self.env.user
        of_officers = (
            Domain("state", "=", "active")
            & Domain("is_sealed", "=", False)
            & Domain("unit_id", "in", user._dan_chu_reach("officer"))
        )
        return self.browse(user._dan_chu_boards()) | self.search(of_officers)

    def _member_of(self, user):
        """The mandate by which the user is a member of the board today."""
        self.ensure_one()
        members = self.sudo().member_ids._now().filtered("recognised_on")
        return members.filtered(lambda member: member.employee_id.user_id == user)[:1].sudo(False)


class Inspection(models.Model):
    """What a member does with one touch: the quarter's supervision, the own opinion, the team."""

    _inherit = "dan_chu.inspection"

    my_answer = fields.Selection(
        [("yes", "Agrees"), ("no", "Does not agree"), ("other", "Another view")],
        string="My opinion",
        compute="_compute_my_answer",
    )
    opinion_summary = fields.Char(string="Members who agree", compute="_compute_opinion_summary")
    allowed_kinds = fields.Json(compute="_compute_allowed_kinds")
    allowed_board_ids = fields.Many2many("dan_chu.board", compute="_compute_allowed_board_ids")
    is_of_quarter = fields.Boolean(
        string="Of this quarter", compute="_compute_is_of_quarter", search="_search_is_of_quarter"
    )

    finding_count = fields.Integer(compute="_compute_counts")
    recommendation_count = fields.Integer(compute="_compute_counts")
    recommendation_open_count = fields.Integer(compute="_compute_counts")

    @api.depends("finding_ids", "recommendation_ids.state")
    def _compute_counts(self):
        findings = dict(
            self.env["dan_chu.finding"]._read_group(
                [("inspection_id", "in", self.ids)], ["inspection_id"], ["__count"]
            )
        )
        rows = self.env["dan_chu.recommendation"]._read_group(
            [("inspection_id", "in", self.ids)], ["inspection_id", "state"], ["__count"]
        )
        total, still_open = {}, {}
        for inspection, state, count in rows:
            total[inspection] = total.get(inspection, 0) + count
            if state not in SETTLED:
                still_open[inspection] = still_open.get(inspection, 0) + count
        for inspection in self:
            origin = inspection._origin
            inspection.finding_count = findings.get(origin, 0)
            inspection.recommendation_count = total.get(origin, 0)
            inspection.recommendation_open_count = still_open.get(origin, 0)

    @api.depends("board_id")
    def _compute_allowed_kinds(self):
        for inspection in self:
            inspection.allowed_kinds = self._kinds_of(inspection.board_id)

    @api.depends_context("uid")
    def _compute_allowed_board_ids(self):
        self.allowed_board_ids = self.env["dan_chu.board"]._workable()

    @api.model
    def _kinds_of(self, board):
        return [kind for kind, _label in KINDS if (kind in SEALED_KINDS) == board.is_sealed]

    @api.onchange("board_id")
    def _onchange_board_id(self):
        if self.board_id:
            self.unit_id = self.board_id.unit_id
        if self.kind not in self._kinds_of(self.board_id):
            self.kind = "steering_check" if self.board_id else "self_check"
            if self.board_id.is_sealed:
                self.kind = SEALED_KINDS[0]

    @api.depends("date_from", "date_to")
    def _compute_is_of_quarter(self):
        first, last = self._this_quarter()
        for inspection in self:
            begins = inspection.date_from or inspection.date_to
            ends = inspection.date_to or inspection.date_from
            inspection.is_of_quarter = bool(begins) and begins <= last and ends >= first

    @api.model
    def _search_is_of_quarter(self, operator, value):
        if operator != "in":
            return NotImplemented
        first, last = self._this_quarter()
        within = Domain("date_from", "<=", last) & (
            Domain("date_to", ">=", first)
            | Domain("date_to", "=", False) & Domain("date_from", ">=", first)
        )
        within |= (
            Domain("date_from", "=", False)
            & Domain("date_to", ">=", first)
            & Domain("date_to", "<=", last)
        )
        wanted = set(value)
        if wanted == {True, False}:
            return Domain.TRUE
        return within if wanted == {True} else ~within

    @api.model
    def _this_quarter(self):
        return span("quarter", today().year, part_of("quarter", today()))

    @api.depends("opinion_ids.answer")
    @api.depends_context("uid")
    def _compute_my_answer(self):
        for inspection in self:
            own = inspection.opinion_ids.filtered(
                lambda row: row.board_member_id.sudo().employee_id.user_id == self.env.user
            )
            inspection.my_answer = own[:1].answer

    @api.depends("opinion_ids.answer", "board_id.member_ids.date_to", "state")
    def _compute_opinion_summary(self):
        for inspection in self:
            members = inspection._members_who_decide(inspection.concluded_on)
            agreeing = inspection.opinion_ids.filtered(lambda row: row.answer == "yes")
            inspection.opinion_summary = (
                inspection.sealed_board_id
                and f"{len(agreeing.board_member_id & members)} / {len(members)}"
            )

    @api.model
    def action_open_standing(self):
        """This quarter's day-to-day supervision of the user's board, made if there is none."""
        board = self.env["dan_chu.board"].browse(self._default_board() or ())
        if not board:
            if self.env.user._dan_chu_reach("inspector"):
                # Between two boards: there is the role for the day, and nothing to supervise.
                return self.env["ir.actions.actions"]._for_xml_id("dan_chu_co_so.inspection_action")
            raise AccessError(self.env._("This is for the members of a people's inspectorate."))
        return self._standing(board)._opened()

    @api.model
    def _standing(self, board):
        """The board's day-to-day supervision of this quarter."""
        quarter = part_of("quarter", today())
        first, last = self._this_quarter()
        standing = self.search(
            [
                ("board_id", "=", board.id),
                ("kind", "=", "standing"),
                ("period_from", "=", first),
                ("state", "!=", "cancelled"),
            ],
            limit=1,
        )
        if not standing:
            standing = self.create(
                {
                    "name": f"Giám sát thường xuyên quý {ROMAN[quarter]}/{today().year}",
                    "kind": "standing",
                    "board_id": board.id,
                    "period_from": first,
                    "period_to": last,
                    "date_from": first,
                    "date_to": last,
                    "subject_unit_id": board.unit_id.id,
                    "subject_text": board.unit_id.name,
                    "method": "Quan sát, tiếp nhận thông tin hằng ngày",
                }
            )
            standing.action_start()
        return standing

    def action_open_findings(self):
        return self._open_rows("dan_chu.finding", self.env._("Findings"))

    def action_open_recommendations(self):
        return self._open_rows("dan_chu.recommendation", self.env._("Recommendations"))

    def action_new_recommendation(self):
        self.ensure_one()
        self._require_role("officer", "head")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("New recommendation"),
            "res_model": "dan_chu.recommendation",
            "view_mode": "form",
            "context": {"default_inspection_id": self.id},
        }

    def _open_rows(self, model, title):
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": model,
            "view_mode": "list,kanban,form",
            "domain": [("inspection_id", "=", self.id)],
            "context": {"default_inspection_id": self.id},
        }

    def action_agree(self):
        self.ensure_one()
        own = self.opinion_ids.filtered(
            lambda row: row.board_member_id.sudo().employee_id.user_id == self.env.user
        )
        if own:
            own.answer = "yes"
            return True
        if not self.sealed_board_id:
            raise AccessError(self.env._("This is for the members of a people's inspectorate."))
        self.sealed_board_id._require_member()
        member = self.board_id._member_of(self.env.user)
        self.opinion_ids = [fields.Command.create({"board_member_id": member.id, "answer": "yes"})]
        return True

    def action_add_members(self):
        """All members of the board who are not yet in the team; who leads it leads the team."""
        self._require_role("officer", "head")
        for inspection in self:
            there = inspection.team_ids.board_member_id
            has_lead = inspection.team_ids.filtered(lambda row: row.role == "lead")
            inspected = inspection._inspected()
            for member in inspection._members_who_decide() - there:
                if member.employee_id and member.employee_id in inspected:
                    continue
                leads = member.role == "head" and not has_lead
                inspection.team_ids = [
                    fields.Command.create(
                        {
                            "board_member_id": member.id,
                            "role": "lead" if leads else "member",
                            "tasks": member.tasks,
                        }
                    )
                ]
        return True

    def action_load_template(self):
        """The items of the checklist that are not there yet."""
        self._require_role("officer", "head")
        for inspection in self:
            named = set(inspection.item_ids.mapped("name"))
            inspection.item_ids = [
                fields.Command.create(values)
                for values in inspection.template_id._item_values()
                if values["name"] not in named
            ]
        return True

    def _opened(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": self._name,
            "res_id": self.id,
            "view_mode": "form",
        }
