from odoo import api, fields, models
from odoo.tools import format_date

from ..lib.board_rules import KINDS, BoardFacts, Person, check
from ..lib.clock import today


class Board(models.Model):
    """Where a board is set up otherwise than the law asks: it warns, with the article."""

    _inherit = "dan_chu.board"

    warnings = fields.Text(compute="_compute_warnings")
    seat_count = fields.Integer(string="Members elected", compute="_compute_seat_count")

    @api.depends("member_ids.replaces_id", "member_ids.recognised_on", "state")
    def _compute_seat_count(self):
        for board in self:
            elected = board.member_ids.filtered(lambda member: not member.replaces_id)
            if board.state != "draft":
                elected = elected.filtered("recognised_on")
            board.seat_count = len(elected)

    @api.depends(
        "kind_id",
        "unit_id.head_id",
        "unit_id.deputy_ids",
        "unit_id.chief_accountant_id",
        "elected_on",
        "recognised_on",
        "date_from",
        "date_to",
        "ended_on",
        "state",
        "decision_paper",
        "is_special",
        "special_reason",
        "is_substitute",
        "village_count",
        "staff_count",
        "member_ids.employee_id",
        "member_ids.name",
        "member_ids.role",
        "member_ids.date_from",
        "member_ids.date_to",
        "member_ids.recognised_on",
        "member_ids.replaces_id",
    )
    def _compute_warnings(self):
        heads = self.unit_id._people_by_unit("head")
        for board in self:
            findings = board._findings(heads.get(board.unit_id))
            board.warnings = "\n".join(map(board._sentence, findings)) or False

    def _findings(self, heads=None):
        self.ensure_one()
        if not self.kind_id or not self.unit_id:
            return []
        board = self.sudo()
        rules = board._rules()
        if not rules:
            return []
        return check(board._facts(rules, heads), rules)

    def _rules(self):
        """{end of the code: answer} of what the law says of boards of this kind."""
        return {code: answer for code in KINDS if (answer := self._law(code))}

    def _facts(self, rules, heads=None):
        if heads is None:
            heads = self.unit_id._people("head")
        term, term_end = rules.get("term"), None
        if term and self.date_from and term.kind == KINDS["term"]:
            term_end = fields.Date.add(self.date_from, years=term.value.length)
        due = None
        recognition = rules.get("recognition")
        is_past = self.elected_on and self.elected_on <= today()
        if is_past and recognition and recognition.kind == KINDS["recognition"]:
            due = self.unit_id._due_date(f"{self.kind_id.code}.recognition", self.elected_on)[0]
        return BoardFacts(
            today=today(),
            people=tuple(
                Person(member.name or "", member.role, *member._standing(heads))
                for member in self._seated()
            ),
            seats=self.seat_count,
            staff=self.staff_count or self.unit_id.employee_count,
            villages=self.village_count,
            is_special=self.is_special,
            is_explained=bool(self.special_reason),
            is_substitute=self.is_substitute,
            is_decided=bool(self.decision_paper),
            is_at_work=self.state == "active",
            elected_on=self.elected_on or None,
            recognised_on=self.recognised_on or None,
            recognition_due=due,
            term_end=term_end,
            date_to=self.date_to or None,
        )

    def _seated(self):
        """All who are to be recognised; then who is in it today, or was last."""
        if self.state == "draft":
            return self.member_ids
        return self.member_ids.filtered("recognised_on")._now(self.ended_on)

    def _sentence(self, finding):
        said = self._said(finding.code) % {
            name: format_date(self.env, value) if hasattr(value, "year") else value
            for name, value in finding.values.items()
        }
        return f"{said} ({finding.rule.citation})" if finding.rule.citation else said

    def _said(self, code):
        return {
            "substitute_undecided": self.env._(
                "%(staff)s people work here: that no board is set up is for the superior union "
                "to decide, and no decision is entered."
            ),
            "no_board_here": self.env._(
                "%(staff)s people work here: where there are %(most)s or fewer no board is set "
                "up, and the representative of the staff does its work."
            ),
            "too_few": self.env._("%(count)s members: there are to be at least %(low)s."),
            "too_many": self.env._(
                "%(count)s members: more than %(high)s only where the work is special or dispersed."
            ),
            "special_unexplained": self.env._(
                "%(count)s members, more than %(high)s: say why, and how it was agreed with the "
                "head and decided by the conference."
            ),
            "villages_unknown": self.env._(
                "Enter the number of villages: there are as many members as villages."
            ),
            "too_many_for_villages": self.env._(
                "%(count)s members for %(villages)s villages: at most %(high)s are elected there."
            ),
            "not_as_villages": self.env._(
                "%(count)s members for %(villages)s villages: there are as many members as "
                "villages."
            ),
            "vacancy": self.env._(
                "%(count)s of %(seats)s elected members are left: another is to be elected."
            ),
            "is_head": self.env._("%(name)s is the head: not to be a member."),
            "is_deputy": self.env._("%(name)s is a deputy of the head: not to be a member."),
            "is_chief_accountant": self.env._(
                "%(name)s is the chief accountant: not to be a member."
            ),
            "is_official": self.env._(
                "%(name)s works for the commune: members are residents who do not."
            ),
            "is_gone": self.env._("%(name)s does not work here: not to be a member."),
            "too_many_deputies": self.env._(
                "%(count)s deputies: there are to be at most %(high)s."
            ),
            "several_heads": self.env._("%(count)s heads of the board: it has one."),
            "no_head": self.env._("The first meeting has not chosen the head of the board yet."),
            "term_too_long": self.env._("The term is to end by %(end)s."),
            "term_open": self.env._(
                "Enter the end of the term: it is that of the heads of the villages."
            ),
            "awaits_election": self.env._(
                "The term ended on %(end)s: the next election is waited for, and the board goes "
                "on until then."
            ),
            "recognised_late": self.env._("Recognised on %(day)s: it was to be done by %(due)s."),
            "not_recognised": self.env._("To be recognised by %(due)s, which is past."),
        }[code]


class BoardMember(models.Model):
    _inherit = "dan_chu.board.member"

    def _standing(self, heads):
        """(the office held in the house that the law sets apart, whether they work there)"""
        board, person = self.board_id, self.employee_id
        if not person:
            return "", False
        unit = board.unit_id
        if board.is_of_residents:
            return "official" if unit._has_on_staff(person) else "", False
        return unit._standing(person, heads)


class Unit(models.Model):
    _inherit = "dan_chu.unit"

    def _standing(self, person, heads):
        """(the office a person of HR holds here that the law sets apart, whether they left)"""
        self.ensure_one()
        is_gone = not self._has_on_staff(person)
        if person == self.head_id:
            return "head", is_gone
        if person in self.deputy_ids:
            return "deputy", is_gone
        if person == self.chief_accountant_id:
            return "chief_accountant", is_gone
        return "head" if person.user_id & heads else "", is_gone

    def _has_on_staff(self, person):
        return person.active and person.dan_chu_unit_id.institution_id == self
