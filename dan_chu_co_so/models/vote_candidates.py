from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..lib.board_rules import OFFICES, Finding, Person, readable, unfit
from ..lib.person_name import sort_key

INSPECTORATE = "dan_chu_co_so.board_kind_inspectorate"


class Vote(models.Model):
    """Who stands: proposed by the representative or from the floor, and the list put to the vote.

    What the rules of boards say against a person warns, with its article; where a rule is made
    to refuse, the election does not open.
    """

    _inherit = "dan_chu.vote"

    floor_nominations = fields.Boolean(
        string="Nominations from the floor",
        help="If the rules of the conference allow them; the law knows the proposal of the "
        "representative (Điều 60 khoản 1).",
    )
    list_vote_id = fields.Many2one(
        "dan_chu.vote",
        string="List fixed by",
        readonly=True,
        copy=False,
        index="btree_not_null",
        ondelete="set null",
    )
    board_id = fields.Many2one(
        "dan_chu.board",
        copy=False,
        index="btree_not_null",
        ondelete="restrict",
        domain="[('unit_id', '=', unit_id), ('is_sealed', '=', True), ('state', '=', 'active')]",
        help="Whose empty seats are filled; empty: a new board is elected.",
    )
    member_id = fields.Many2one(
        "dan_chu.board.member",
        string="Member to be released",
        index="btree_not_null",
        ondelete="restrict",
        domain="[('unit_id', '=', unit_id), ('date_to', '=', False), "
        "('recognised_on', '!=', False)]",
    )
    warnings = fields.Text(compute="_compute_warnings")
    may_nominate = fields.Boolean(compute="_compute_may_nominate")

    @api.depends(
        "state",
        "is_election",
        "matter",
        "seats",
        "board_id",
        "unit_id",
        "option_ids.employee_id",
        "list_vote_id.state",
        "conference_id.state",
    )
    def _compute_warnings(self):
        for vote in self:
            lines = vote._against_the_list() if vote.state == "draft" else []
            vote.warnings = "\n".join(lines) or False

    @api.depends("is_election", "state", "floor_nominations")
    @api.depends_context("uid")
    def _compute_may_nominate(self):
        for vote in self:
            is_open = vote.is_election and vote.state == "draft"
            vote.may_nominate = bool(is_open and vote._nominating_as())

    def action_open_nominate(self):
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Nominate"),
            "res_model": "dan_chu.vote.nominate",
            "view_mode": "form",
            "target": "new",
            "context": {"default_vote_id": self.id},
        }

    def action_nominate(self, employee_ids=None, how=None):
        """People of the house come onto the list: `how` is representative or floor."""
        self.ensure_one()
        allowed = self._nominating_as()
        how = how or (allowed[0] if allowed else None)
        if how not in allowed:
            raise AccessError(
                self.env._(
                    "Candidates of “%s” are proposed by the representative of the staff; from the "
                    "floor they are entered by the officer and at the desk, if the rules of the "
                    "conference allow it.",
                    self.sudo().display_name,
                )
            )
        vote = self.sudo()
        vote._require_state("draft")
        if not vote.is_election:
            raise UserError(self.env._("“%s” is no election.", vote.name))
        vote.option_ids._check_list_is_open(vote)
        people = vote._people_of_the_house(employee_ids) - vote.option_ids.employee_id
        people = people.sorted(lambda person: sort_key(person.name))
        place = max(vote.option_ids.mapped("sequence"), default=0)
        options = self.env["dan_chu.vote.option"].sudo()
        for step, person in enumerate(people, 1):
            row = {"vote_id": vote.id, "employee_id": person.id, "sequence": place + step}
            options.create(row)._put({"nominated": how})
        return True

    def action_fix_list(self):
        """Whether these are the candidates is asked of the conference first, by show of hands."""
        self.ensure_one()
        self._require_running()
        vote = self.sudo()
        vote._require_state("draft")
        if not vote.is_election or not vote.option_ids:
            raise UserError(self.env._("“%s” has no candidates to be voted on.", vote.name))
        asked = vote.list_vote_id._in_force()
        if not asked or asked.outcome == "not_passed":
            asked = vote.create(
                {
                    "conference_id": vote.conference_id.id,
                    "item_id": vote.item_id.id,
                    "body_id": vote.body_id.id,
                    "matter": "procedure",
                    "method": "hands",
                    "name": f"Thông qua danh sách {len(vote.option_ids)} người: {vote.name}",
                    "sequence": vote.sequence,
                }
            )
            vote._put({"list_vote_id": asked.id})
        return asked._open_form()

    def _check_may_open(self):
        super()._check_may_open()
        if not self.is_election:
            return
        if not self.option_ids:
            raise UserError(self.env._("“%s”: nobody stands. Enter candidates.", self.name))
        listing = self.list_vote_id._in_force()
        if listing and listing.outcome != "passed":
            raise UserError(
                self.env._(
                    "“%(vote)s”: its list of candidates has not been passed yet (“%(list)s”).",
                    vote=self.name,
                    list=listing.name,
                )
            )
        refused = [finding for _row, finding in self._unfit() if finding.rule.strength == "refuse"]
        if refused:
            board = self.env["dan_chu.board"]
            raise UserError("\n".join(map(board._sentence, refused)))

    def _nominating_as(self):
        """In which ways the user brings people onto the list."""
        self.ensure_one()
        user, unit = self.env.user, self.sudo().unit_id
        is_officer = self.env.su or user._dan_chu_has_role("officer", unit)
        ways = []
        if is_officer or user._dan_chu_has_role("representative", unit):
            ways.append("representative")
        if self.sudo().floor_nominations:
            conference = self.sudo().conference_id.with_env(self.env)
            if is_officer or conference._duties() & {"chair", "secretary", "counter"}:
                ways.append("floor")
        return ways

    def _people_of_the_house(self, employee_ids):
        people = self.env["hr.employee"].sudo().browse(employee_ids or []).exists()
        inside = self.unit_id.sudo()._inside()
        strangers = people.filtered(lambda person: person.dan_chu_unit_id not in inside)
        if strangers:
            raise UserError(
                self.env._(
                    "%(people)s: not of the staff of %(unit)s.",
                    people=", ".join(strangers.mapped("name")),
                    unit=self.unit_id.name,
                )
            )
        return people

    def _against_the_list(self):
        """In words, each with its article where there is one."""
        if not self.is_election:
            return []
        board = self.env["dan_chu.board"]
        lines = [board._sentence(finding) for _row, finding in self._unfit()]
        size = self._board_rules().get("size")
        if size and self.seats not in size.value and not self.board_id:
            code = "too_few" if self.seats < size.value.low else "too_many"
            values = {"count": self.seats, "low": size.value.low, "high": size.value.high}
            lines.append(board._sentence(Finding(code, size, values)))
        counters = self._counters()
        lines += [
            self.env._("%s is of the counting committee, and stands for election.", row.name)
            for row in self.option_ids.filtered(lambda row: row.employee_id in counters)
        ]
        if self.option_ids and len(self.option_ids) < self.seats:
            lines.append(
                self.env._(
                    "%(people)s people stand for %(seats)s seats.",
                    people=len(self.option_ids),
                    seats=self.seats,
                )
            )
        if self._is_list_unasked():
            lines.append(
                self.env._(
                    "The conference has not voted on this list of candidates: press “Put the list "
                    "to the vote” before the election is opened."
                )
            )
        return lines

    def _is_list_unasked(self):
        """In the room; who stands in a further round, the round before has settled."""
        is_first = self.option_ids and not self.previous_id
        in_room = self.conference_id.state == "open"
        return bool(is_first and in_room and not self.list_vote_id._in_force())

    def _counters(self):
        rows = self.env["dan_chu.conference.attendee"].sudo()
        domain = [("conference_id", "=", self.conference_id._origin.id), ("duty", "=", "counter")]
        return rows.search(domain).employee_id

    def _board_rules(self):
        """What the law says of the board that is elected; of other elections nothing."""
        if self.matter != "election" or not self.unit_id:
            return {}
        board = self.env["dan_chu.board"].sudo()
        kind = self.env.ref(INSPECTORATE)
        return readable(board.new({"unit_id": self.unit_id.id, "kind_id": kind.id})._rules())

    def _unfit(self):
        """(candidate, finding) of those whom the rules keep out of the board."""
        rules = self._board_rules()
        if not rules:
            return []
        unit = self.unit_id._origin.sudo()
        heads = unit._people("head")
        found = []
        for option in self.option_ids.sudo().filtered("employee_id"):
            person = Person(option.name or "", "member", *unit._standing(option.employee_id, heads))
            code = unfit(person, rules)
            if code:
                rule = OFFICES[person.office] if code != "is_gone" else "works_here"
                found.append((option, Finding(code, rules[rule], {"name": option.name or ""})))
        return found


class VoteOption(models.Model):
    _inherit = "dan_chu.vote.option"

    warning = fields.Char(string="Speaks against it", compute="_compute_warning")

    @api.depends("employee_id", "name", "vote_id.matter", "vote_id.unit_id")
    def _compute_warning(self):
        board = self.env["dan_chu.board"]
        for vote, options in self.grouped("vote_id").items():
            found = {
                option._origin.id or option.id: board._sentence(finding)
                for option, finding in vote._unfit()
            }
            for option in options:
                option.warning = found.get(option._origin.id or option.id, False)
