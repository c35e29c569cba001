import logging
from collections import Counter
from datetime import timedelta
from functools import partial

from odoo import SUPERUSER_ID, api, fields, models
from odoo.service.model import PG_CONCURRENCY_EXCEPTIONS_TO_RETRY
from odoo.tools import SQL

from .vote_box import ELECTRONIC

_logger = logging.getLogger(__name__)
# A backup reads each table to its end; the box is then destroyed later, and the vote waits.
# Who took part is published: fewer ballots than these would say what each has chosen.
FEWEST_SECRET = 3
_LONGEST_WAIT = "5s"


class Vote(models.Model):
    """Closing an electronic vote, in two transactions.

    The first says that no ballot is taken any more, and is committed once all that were being
    taken are in. Only a transaction that begins after it sees every ballot: it counts, publishes
    and destroys the box. Cut short between the two, the vote rests in “being counted” and is
    finished by the button or by the cron.
    """

    _inherit = "dan_chu.vote"

    def action_close(self):
        electronic = self.sudo().filtered(lambda vote: vote.method in ELECTRONIC).sudo(False)
        if electronic:
            electronic._close_box()
        by_hand = self - electronic
        return super(Vote, by_hand).action_close() if by_hand else True

    def _close_box(self):
        self._require_running()
        self._wait_for_ballots()
        votes = self._for_who_runs_it()
        votes._require_state("open", "closing")
        votes.filtered(lambda vote: vote.state == "open")._put({"state": "closing"})
        votes.flush_recordset()
        soon = fields.Datetime.now() + timedelta(minutes=1)
        self.env.ref("dan_chu_co_so.vote_closing_cron").sudo()._trigger(soon)
        self.env.cr.postcommit.add(partial(self._finish_elsewhere, self.env.registry, self.ids))

    @staticmethod
    def _finish_elsewhere(registry, ids):
        """What fails here has been closed all the same, and the cron comes back to it."""
        try:
            with registry.cursor() as cr:
                env = api.Environment(cr, SUPERUSER_ID, {})
                env["dan_chu.vote"].browse(ids)._finish_closing()
        except PG_CONCURRENCY_EXCEPTIONS_TO_RETRY:
            _logger.info("Votes %s wait to be counted: their boxes are being read", ids)
        except Exception:
            _logger.exception("Votes %s are closed and wait to be counted", ids)

    @api.model
    def _cron_finish_closing(self):
        waiting = self.search([("state", "=", "closing")])
        self.env["ir.cron"]._commit_progress(remaining=len(waiting))
        for vote in waiting:
            try:
                with self.env.cr.savepoint():
                    vote._finish_closing()
            except PG_CONCURRENCY_EXCEPTIONS_TO_RETRY:
                _logger.info("Vote %s waits to be counted: its box is being read", vote.id)
            self.env["ir.cron"]._commit_progress(1)

    def _finish_closing(self):
        for vote in self.sudo():
            vote.flush_recordset()
            vote.env.cr.execute(SQL("SET LOCAL lock_timeout = %s", _LONGEST_WAIT))
            vote.env.cr.execute(
                SQL("SELECT state FROM dan_chu_vote WHERE id = %s FOR UPDATE", vote.id)
            )
            if vote.env.cr.fetchone()[0] != "closing":
                continue
            vote.env.cr.execute(
                SQL("LOCK TABLE %s, %s IN ACCESS EXCLUSIVE MODE", vote._box(), vote._roll())
            )
            vote.invalidate_recordset()
            vote._publish()
            vote._count_box()
            vote._drop_box()
            _logger.info("Vote %s: counted, and its box destroyed", vote.id)

    def _count_box(self):
        self.ensure_one()
        tally = self._tally()
        ballots = sum(tally.values())
        marked, _entitled = self._turnout()
        totals = {"issued": ballots, "collected": ballots, "valid": ballots, "invalid": 0}
        if marked != ballots or None in tally:
            _logger.error("Vote %s: %s have voted, %s ballots", self.id, marked, ballots)
            self._annul(
                ballots,
                f"{marked} người đã bỏ phiếu, trong hộp có {ballots} phiếu: không khớp, kết quả "
                "không được công nhận, phải bỏ phiếu lại",
            )
            return
        if self.method == "secret" and 0 < ballots < FEWEST_SECRET:
            self._annul(
                ballots,
                f"Trong hộp chỉ có {ballots} phiếu: không kiểm, vì kiểm thì biết ai chọn gì; phải "
                "bỏ phiếu lại",
            )
            return
        if not self.is_election:
            totals |= {f"votes_{choice}": number for choice, number in tally.items()}
        self._put(totals)
        self.flush_recordset()
        if self.is_election:
            votes = Counter()
            for choice, number in tally.items():
                votes.update(dict.fromkeys(filter(None, choice.split(",")), number))
            for option in self.option_ids:
                option._put({"votes": votes[str(option.id)]})
        self._settle()
        # Candidates rest once their vote is closed.
        self.env.flush_all()
        self._put({"state": "closed", "closed_on": fields.Datetime.now()})

    def _annul(self, ballots, words):
        """Nothing is made of it but another round."""
        self._put(
            {
                "issued": ballots,
                "collected": ballots,
                "valid": 0,
                "invalid": ballots,
                "state": "closed",
                "closed_on": fields.Datetime.now(),
                "outcome": "unknown",
                "outcome_words": words,
            }
        )

    def _publish(self):
        """In one transaction and in an order of its own: neither the time nor the place of a row
        says when it was cast. Of a secret ballot the receipt alone."""
        self.env.flush_all()
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO dan_chu_vote_ballot
                            (vote_id, unit_id, receipt, attendee_id, name, choice)
                SELECT %s, %s, box.receipt, voter.id, voter.name,
                       CASE WHEN voter.id IS NOT NULL THEN box.choice END
                  FROM %s box
             LEFT JOIN dan_chu_conference_attendee voter ON voter.id = box.attendee_id
                 ORDER BY box.receipt
                """,
                self.id,
                self.unit_id.id,
                self._box(),
            )
        )
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO dan_chu_vote_voter (vote_id, unit_id, attendee_id, name)
                SELECT %s, %s, voter.id, voter.name
                  FROM %s roll
                  JOIN dan_chu_conference_attendee voter ON voter.id = roll.attendee_id
                 WHERE roll.has_voted
                 ORDER BY voter.section_sequence, voter.section, voter.sort_name, voter.id
                """,
                self.id,
                self.unit_id.id,
                self._roll(),
            )
        )
        self.env["dan_chu.vote.ballot"].invalidate_model()
        self.env["dan_chu.vote.voter"].invalidate_model()
