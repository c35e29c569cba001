from odoo import fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL

from ..lib.voting import passed, quorum_met
from .council_session import TYPED

OUTCOMES = {"met": "passed", "not_met": "not_passed", "unknown": "unknown"}
WHOLES = {"members": "thành viên Hội đồng", "present": "thành viên có mặt"}


class CouncilSession(models.Model):
    """How a session runs: lines taken in, opened with its quorum, counted, closed, decided."""

    _inherit = "dan_chu.council.session"

    def action_take_in(self):
        """All nominations of the round that are complete and before no session yet."""
        self._require_running()
        self.sudo().round_id._one_at_a_time()
        for session in self.sudo():
            session._require_state("draft", "open")
            session._take_in(session._waiting())
        return True

    def action_open(self):
        for session in self._for_who_runs_it():
            session._require_state("draft")
            session._check_may_open()
            present = session.attendance_ids.filtered("is_present")
            found = session._quorum()
            if found.state == "not_met":
                raise UserError(
                    self.env._(
                        "“%(session)s”: %(words)s. Tick who has come, or hold it another day.",
                        session=session.name,
                        words=found.words,
                    )
                )
            session._put(
                {
                    "state": "open",
                    "opened_on": fields.Datetime.now(),
                    "member_count": len(session.attendance_ids),
                    "present_count": len(present),
                    "quorum": found.state,
                    "quorum_words": found.words,
                }
            )
            session.line_ids._settle_voters()
            session.round_id._before_council()
        return True

    def action_take_back(self):
        """Opened too early: the list of those present is corrected, and it is opened again."""
        for session in self._for_who_runs_it():
            session._require_state("open")
            if session.counted_count or session.line_ids._ballots():
                raise UserError(
                    self.env._(
                        "“%s”: voting has begun, on the list of members as it was.", session.name
                    )
                )
            session.line_ids._put({"voters": 0, "base_count": 0, "kept_out": False})
            session._put({"state": "draft", "opened_on": False, "quorum": False})
            session._put({"quorum_words": False, "member_count": 0, "present_count": 0})
        return True

    def action_all_for(self):
        """Where nothing is typed yet, all are for it: only the others are then corrected."""
        self._require_running()
        self._require_state("open")
        for session in self:
            if session.method not in TYPED:
                raise UserError(self.env._("Members vote on their phones: it counts by itself."))
            lines = session.line_ids.filtered(
                lambda line: not line.is_counted and not line.is_own_line
            )
            for voters, alike in lines.sudo().grouped("voters").items():
                alike._put({"votes_for": voters})
        return True

    def action_close(self):
        """The outcome of each line is found by its totals, and the session rests."""
        for session in self._for_who_runs_it():
            session._require_state("open")
            if session.method == "named":
                session.line_ids._count_ballots()
            session._check_all_counted()
            session.line_ids._decide()
            session.line_ids.flush_recordset()
            session._put({"state": "closed", "closed_on": fields.Datetime.now()})
        return True

    def action_settle(self):
        """Closed without a majority on record: decided as soon as there is a rule."""
        for session in self._for_who_runs_it():
            session._require_state("closed")
            waiting = session.line_ids.filtered(lambda line: line.outcome == "unknown")
            waiting._decide()
            left = waiting.filtered(lambda line: line.outcome == "unknown")
            if left:
                raise UserError(
                    self.env._(
                        "The law on record names no majority for %(awards)s. The administrator "
                        "enters it as the rule “%(code)s” of %(unit)s.",
                        awards=", ".join(dict.fromkeys(left.mapped("award_name"))),
                        code="council.majority",
                        unit=session.unit_id.name,
                    )
                )
        return True

    def action_open_lines(self):
        """The lines as a table of their own, typed row after row."""
        self.ensure_one()
        self.check_access("read")
        action = self.env["ir.actions.actions"]._for_xml_id("dan_chu_co_so.council_line_action")
        return {**action, "domain": [("session_id", "=", self.id)], "display_name": self.name}

    def _for_who_runs_it(self):
        """With the rights of the system, one at a time even if two press at once."""
        self._require_running()
        sessions = self.sudo()
        sessions.flush_recordset()
        self.env.cr.execute(
            SQL(
                "SELECT FROM dan_chu_council_session WHERE id = ANY(%s) ORDER BY id FOR UPDATE",
                self.ids,
            )
        )
        sessions.invalidate_recordset(["state"])
        return sessions

    def _waiting(self):
        """Complete, and in no session that is prepared or under way."""
        self.ensure_one()
        rows = self.env["dan_chu.commendation"].sudo()
        complete = rows.search(
            Domain("round_id", "=", self.round_id.id) & Domain("state", "=", "checked")
        )
        taken = self.env["dan_chu.council.line"].sudo()
        taken = taken.search(
            Domain("commendation_id", "in", complete.ids)
            & (Domain("session_id.state", "!=", "closed") | Domain("outcome", "=", "unknown"))
        )
        return complete - taken.commendation_id

    def _take_in(self, rows):
        self.ensure_one()
        first = len(self.line_ids)
        lines = (
            self.env["dan_chu.council.line"]
            .sudo()
            ._add(
                [
                    {
                        "session_id": self.id,
                        "commendation_id": row.id,
                        "sequence": first + place,
                        "again_words": row.council_again_words,
                    }
                    for place, row in enumerate(rows, 1)
                ]
            )
        )
        if self.state == "open":
            lines._settle_voters()
        return lines

    def _check_may_open(self):
        if not self.line_ids:
            raise UserError(
                self.env._("“%s” has nothing to vote on: take in what is complete.", self.name)
            )
        present = self.attendance_ids.filtered("is_present").member_id
        if self.chair_id not in present or self.secretary_id not in present:
            raise UserError(
                self.env._(
                    "“%s”: name who is in the chair and who writes the minutes, among those "
                    "present.",
                    self.name,
                )
            )

    def _quorum(self):
        present = len(self.attendance_ids.filtered("is_present"))
        rule = self._law("quorum")
        return quorum_met(present, len(self.attendance_ids), rule, WHOLES["members"])

    def _law(self, what):
        """What the law says on the day of the round, which holds for all of it."""
        held = self.round_id
        return self.env["dan_chu.rule"]._find(f"council.{what}", held.unit_id, held.date_from)

    def _check_all_counted(self):
        lines = self.line_ids._still_there()
        missing = lines.filtered(lambda line: line.voters and not line.is_counted)
        if missing:
            names = ", ".join(missing[:5].mapped("name"))
            raise UserError(
                self.env._(
                    "%(number)s lines have no votes yet: %(names)s%(more)s. Type them, or take "
                    "them off the session.",
                    number=len(missing),
                    names=names,
                    more="…" if len(missing) > 5 else "",
                )
            )


class CouncilLine(models.Model):
    _inherit = "dan_chu.council.line"

    def _settle_voters(self):
        """Who may vote on each line, and what its majority is taken of: nobody on the own line."""
        rows = self.env["dan_chu.commendation"].sudo()
        for session, lines in self.sudo().grouped("session_id").items():
            listed = session.attendance_ids
            stands_for = {member: rows._person_stands_for(member.employee_id) for member in listed}
            for line in lines:
                row = line.commendation_id
                own = listed.filtered(
                    lambda member, row=row, stands_for=stands_for: row._is_line_of(
                        *stands_for[member]
                    )
                )
                there = listed.filtered("is_present") - own
                whole = listed - own if session.base_kind == "members" else there
                line._put(
                    {
                        "voters": len(there),
                        "base_count": len(whole),
                        "kept_out": ", ".join(own.mapped("name")) or False,
                    }
                )

    def _still_there(self):
        """What was sent back to its unit meanwhile is not decided."""
        return self.filtered(lambda line: line.commendation_id.state == "checked")

    def _count_ballots(self):
        self.env["dan_chu.commendation.ballot"].flush_model()
        found = self.env["dan_chu.commendation.ballot"]._read_group(
            [("line_id", "in", self.ids)], ["line_id", "choice"], ["__count"]
        )
        totals = {}
        for line, choice, number in found:
            totals.setdefault(line, {})[f"votes_{choice}"] = number
        counted = self.filtered(totals.get)
        for votes, alike in counted.grouped(lambda line: frozenset(totals[line].items())).items():
            alike._put(dict(votes))

    def _decide(self):
        """The outcome by the majority of each award; and the nomination goes on with it."""
        lines = self._still_there()
        for found, alike in lines.grouped(lambda line: line._found()).items():
            alike._put({"outcome": OUTCOMES[found.state], "outcome_words": found.words})
        lines._tell_nominations()

    def _found(self):
        session, award = self.session_id, self.commendation_id.award_id
        held = session.round_id
        rule = award._law("majority", held.unit_id, held.date_from) or session._law("majority")
        return passed(self.votes_for, self.base_count, rule, WHOLES[session.base_kind])
