from odoo import api, models
from odoo.exceptions import UserError
from odoo.fields import Domain
from odoo.tools import SQL


class Commendation(models.Model):
    """A nomination before the council."""

    _inherit = "dan_chu.commendation"

    def action_council(self):
        """Put before the session of the council that is being prepared, or a new one."""
        self._require_holder("officer")
        rows = self.sudo()
        rows._require_state("checked")
        if len(rows.round_id) != 1:
            raise UserError(self.env._("Nominations of one round go before the council together."))
        session = rows.round_id._session_in_preparation()
        session.sudo()._take_in(rows & session.sudo()._waiting())
        return session._opened()

    @api.model
    def _person_stands_for(self, person):
        """As of a user; a person without an account is one all the same."""
        if person.user_id:
            return self._stands_for(person.user_id)
        units = self.env["dan_chu.unit"].sudo().with_context(active_test=False)
        led = units.search([("head_id", "=", person.id)]) if person else units
        return set(person.ids), set(led.ids)


class CommendationRound(models.Model):
    _inherit = "dan_chu.commendation.round"

    def action_council(self):
        """The session of the council with all that is complete."""
        self.ensure_one()
        self._require_role("officer")
        self._require_state("open", "council")
        session = self._session_in_preparation()
        session.action_take_in()
        if not session.sudo().line_ids:
            raise UserError(
                self.env._(
                    "“%s”: no nomination waits for the council. Dossiers are checked first.",
                    self.name,
                )
            )
        return session._opened()

    def action_open_sessions(self):
        self.ensure_one()
        self.check_access("read")
        sessions = self.env["dan_chu.council.session"].search([("round_id", "=", self.id)])
        return sessions._opened()

    def _session_in_preparation(self):
        """The one that is prepared; pressed twice, be it by two at once, the button makes one."""
        self.ensure_one()
        self.sudo()._one_at_a_time()
        sessions = self.env["dan_chu.council.session"]
        found = sessions.search(
            Domain("round_id", "=", self.id) & Domain("state", "in", ("draft", "open")), limit=1
        )
        if found:
            return found
        if not self.sudo().board_id and not sessions._council_of(self.unit_id):
            raise UserError(
                self.env._(
                    "%s has no council for emulation and commendation at work, or several: set "
                    "one up among the boards, or choose it in the round.",
                    self.unit_id.name,
                )
            )
        return sessions.create({"round_id": self.id})

    def _one_at_a_time(self):
        """Whoever comes second waits, and begins again on what the first has made: a lock alone
        would go on with what was there before."""
        self.flush_recordset()
        self.env.cr.execute(
            SQL(
                "UPDATE dan_chu_commendation_round SET write_date = write_date WHERE id = ANY(%s)",
                self.ids,
            )
        )

    def _before_council(self):
        self.filtered(lambda held: held.state == "open")._put({"state": "council"})


class CouncilLine(models.Model):
    _inherit = "dan_chu.council.line"

    def _tell_nominations(self):
        """What the council found; a line without a majority on record stays as it was."""
        told = self.filtered(
            lambda line: line.outcome != "unknown" and line.commendation_id.state == "checked"
        )
        for found, alike in told.grouped(lambda line: tuple(line._as_found().items())).items():
            alike.commendation_id._put(dict(found))

    def _as_found(self):
        is_refused = self.outcome == "not_passed"
        return {
            "state": "refused" if is_refused else "passed",
            "refusal_reason": is_refused and self.remark,
            "council_for": self.votes_for,
            "council_against": self.votes_against,
            "council_blank": self.votes_blank,
            "council_base": self.base_count,
            "council_words": self.outcome_words,
        }


class CouncilSession(models.Model):
    _inherit = "dan_chu.council.session"

    def _opened(self):
        action = self.env["ir.actions.actions"]._for_xml_id("dan_chu_co_so.council_session_action")
        if len(self) == 1:
            form = [(False, "form")]
            return {**action, "view_mode": "form", "views": form, "res_id": self.id}
        return {**action, "domain": [("id", "in", self.ids)]}
