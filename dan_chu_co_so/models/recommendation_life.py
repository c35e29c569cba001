from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.fields import Domain
from odoo.tools import format_date

from ..lib.clock import today
from .recommendation import ANSWERED

_CONCLUDED = ("concluded", "followed_up")


class Recommendation(models.Model):
    """The life of a recommendation on its author's side: sent, verified, handed on, opened."""

    _inherit = "dan_chu.recommendation"

    is_author = fields.Boolean(string="Ours", compute="_compute_sides", search="_search_is_author")
    is_for_us = fields.Boolean(string="To us", compute="_compute_sides", search="_search_is_for_us")
    may_receive = fields.Boolean(compute="_compute_sides")
    may_answer = fields.Boolean(compute="_compute_sides")
    may_urge = fields.Boolean(compute="_compute_sides")

    @api.depends("sealed_board_id", "unit_id", "addressee_unit_id", "addressee_kind", "state")
    @api.depends_context("uid")
    def _compute_sides(self):
        """Each side has its own buttons; the actions decide."""
        for row in self:
            # Of what is being begun, the seal is settled when it is saved.
            row.is_author = not row._origin.id or row._is_author()
            row.is_for_us = row.state != "draft" and (
                row._holds("addressee_unit_id", "officer", "head")
                or row._holds("unit_id", "representative")
            )
            row.may_answer = row._is_answerer()
            row.may_receive = row._is_receiver()
            row.may_urge = row._is_urger()

    @api.model
    def _search_is_author(self, operator, value):
        reach = self.env.user._dan_chu_reach
        free = Domain("sealed_board_id", "=", False)
        ours = Domain("sealed_board_id", "in", self.env.user._dan_chu_boards())
        for role in ("officer", "head"):
            ours |= free & Domain("unit_id", "in", reach(role))
        return self._asked(operator, value, ours)

    @api.model
    def _search_is_for_us(self, operator, value):
        """What we answer; for the representative, what the house has been asked."""
        reach = self.env.user._dan_chu_reach
        to_us = Domain("unit_id", "in", reach("representative"))
        for role in ("officer", "head"):
            to_us |= Domain("addressee_unit_id", "in", reach(role))
        return self._asked(operator, value, to_us & Domain("state", "!=", "draft"))

    def action_send(self, sent_on=None):
        """On paper or here: from now on the other side sees it, and it rests."""
        self._require_author()
        self._require_state("draft")
        day = fields.Date.to_date(sent_on) or today()
        for row in self:
            row._check_may_be_sent(day)
            named = {
                "inspection_name": row.inspection_id.sudo().name,
                "author_name": (row.board_id or row.unit_id).sudo().name,
            }
            row._move_to("sent", "sent", date=day, sent_on=day, **named)
        asked = self.filtered("addressee_unit_id")
        self.env["dan_chu.recommendation.reply"]._begin(asked)
        asked._tell_addressee(lambda env: env._("A recommendation has been sent to you"))
        return True

    def action_receive(self, received_on=None):
        """By the office that received it, or by the board that handed over the paper. A wrong day
        is corrected by the board alone: the term runs against the other side."""
        if not received_on:
            return self._ask("receive")
        day = fields.Date.to_date(received_on)
        for row in self:
            if row.state == "received":
                row._require_author()
            elif not (row._is_receiver() or self.env.su):
                raise AccessError(
                    self.env._(
                        "“%s”: its receipt is noted by the office it was sent to, or by those who "
                        "handed it over.",
                        row.display_name,
                    )
                )
        self._require_state("sent", "received")
        for row in self:
            row._check_day(day, row.sent_on, self.env._("sent"))
            step = "received" if row.state == "sent" else "corrected"
            row.sudo()._move_to("received", step, date=day, received_on=day, **row._term(day))
            if row.date_due:
                due = format_date(self.env, row.date_due)
                row._drop_reminders()
                row._tell_addressee(lambda env, due=due: env._("To be answered by %s", due))
        return True

    def action_verify(self, result=None, text=None, handed_to=None):
        """What the board found: settled; not settled, and why; handed on, to whom."""
        if not result:
            return self._ask("verify")
        if result == "handed_on":
            return self.action_hand_on(handed_to, text)
        self._require_author()
        self._require_state("answered")
        if result not in ("settled", "not_settled"):
            raise UserError(self.env._("“%s” is no result of a verification.", result))
        if result == "not_settled" and not text:
            raise UserError(self.env._("Say why it is not settled."))
        for row in self:
            if result == "settled":
                row._accept_task()
            else:
                row._send_task_back(text)
            row._move_to(result, result, text=text, verification=text, verified_on=today())
        if result == "not_settled":
            again = self.filtered("addressee_unit_id")
            self.env["dan_chu.recommendation.reply"]._begin(again)
            again._tell_addressee(
                lambda env: env._("The board found it not settled: another answer is awaited"), text
            )
        return True

    def action_hand_on(self, handed_to=None, reason=None):
        """To the directing body, or higher: also where no answer ever came."""
        self._require_author()
        if not (handed_to and reason):
            return self._ask("hand_on")
        self._require_state("sent", "received", "answered", "not_settled")
        for row in self:
            row._move_to(
                "handed_on",
                "handed_on",
                text=f"{handed_to}: {reason}",
                handed_to=handed_to,
                verification=reason,
                verified_on=today(),
                waits_until=False,
            )
        self._drop_reminders()
        return True

    def action_open(self):
        """The staff of the house read it, its answer and its state."""
        self._require_author()
        self._require_state(*ANSWERED)
        self._note("opened", is_public=True)

    def action_close_to_staff(self):
        self._require_author()
        self._note("closed", is_public=False)

    def _check_may_be_sent(self, day):
        self.ensure_one()
        inspection = self.inspection_id.sudo()
        if inspection and inspection.state not in _CONCLUDED:
            raise UserError(
                self.env._(
                    "“%s” is not concluded: recommendations are sent with its conclusion.",
                    inspection.name,
                )
            )
        named = self.addressee_unit_id if self.addressee_kind == "head" else self.addressee_text
        if not named:
            raise UserError(self.env._("“%s”: say to whom it is addressed.", self.display_name))
        self._check_day(day, inspection.concluded_on, self.env._("concluded"))

    def _check_day(self, day, first, what):
        """Nothing happens before what it follows, and nothing is noted before it happens."""
        self.ensure_one()
        if first and day < first:
            raise UserError(
                self.env._(
                    "“%(row)s” was %(what)s on %(first)s: %(day)s is before that day.",
                    row=self.display_name,
                    what=what,
                    first=format_date(self.env, first),
                    day=format_date(self.env, day),
                )
            )
        if day > today():
            raise UserError(
                self.env._("%s has not come yet: give the true day.", format_date(self.env, day))
            )

    def _term(self, day):
        """The law gives a term to the head alone (Điều 63 khoản 1 điểm c; commune: Điều 40)."""
        self.ensure_one()
        code = f"{self.board_id.sudo().kind_id.code}.reply"
        unit = self.addressee_unit_id.sudo()
        if self.addressee_kind != "head" or not self.env["dan_chu.rule"]._find(code, unit, day):
            return {"date_due": False, "due_basis": False, "waits_until": False}
        due, rule = unit._due_date(code, day)
        return {"date_due": due, "due_basis": rule.citation, "waits_until": due}

    def _is_author(self):
        self.ensure_one()
        if self.sealed_board_id:
            return self.sealed_board_id.id in self.env.user._dan_chu_boards()
        return self._holds("unit_id", "officer", "head")

    def _is_receiver(self):
        self.ensure_one()
        of_staff = self.addressee_kind == "directing" and self._holds("unit_id", "representative")
        asked = self._holds("addressee_unit_id", "officer", "head")
        return self._is_author() or of_staff or asked

    def _is_answerer(self):
        """Whose answer it is: the head's, or the body's that directs the board."""
        self.ensure_one()
        if self.addressee_kind == "directing":
            return self._holds("unit_id", "representative")
        return self._holds("addressee_unit_id", "head")

    def _is_urger(self):
        """The representative urges (Điều 63 khoản 2 điểm c); where there is none, the author."""
        self.ensure_one()
        if self._holds("unit_id", "representative"):
            return True
        return self._is_author() and not self.unit_id.sudo()._people("representative")

    def _holds(self, field_name, *roles):
        unit = self[field_name].id
        return any(unit in self.env.user._dan_chu_reach(role) for role in roles)

    def _move_to(self, state, step, text=None, date=None, **values):
        """The one door the state goes through: `write` refuses it."""
        self._note(step, text, date, state=state, **values)

    def _note(self, step, text=None, date=None, **values):
        self._put(values)
        self.env["dan_chu.recommendation.step"]._book(self, step, text, date)

    def _ask(self, what):
        self.ensure_one()
        self.check_access("read")
        said = self.env["dan_chu.recommendation.say"]._fields["what"]
        return {
            "type": "ir.actions.act_window",
            "name": dict(said._description_selection(self.env))[what],
            "res_model": "dan_chu.recommendation.say",
            "view_mode": "form",
            "target": "new",
            "context": {"default_recommendation_id": self.id, "default_what": what},
        }
