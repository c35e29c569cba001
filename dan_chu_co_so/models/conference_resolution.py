from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

from ..lib.board_words import short
from ..lib.conference_words import named_person, percent
from .document import STATES as PAPER_STATES
from .vote import OF_ARTICLE_49
from .vote_life import WHOLES

_EDITORS = "dan_chu_co_so.group_officer,dan_chu_co_so.group_head"


class Conference(models.Model):
    """Its resolution, and that of the conference before, with which it opens
    (Điều 51 khoản 3 điểm b)."""

    _inherit = "dan_chu.conference"

    resolution_ids = fields.One2many(
        "dan_chu.resolution", "conference_id", string="Resolutions", groups=_EDITORS
    )
    resolution_state = fields.Selection(
        PAPER_STATES, string="The resolution is", compute="_compute_resolution", compute_sudo=True
    )
    resolution_waits_for_me = fields.Boolean(compute="_compute_resolution_shown")
    resolution_shown = fields.Html(
        string="Text to be signed",
        compute="_compute_resolution_shown",
        help="Shown to those who sign it, who may have no right to read the working paper.",
    )
    commitment_ids = fields.Many2many(
        "dan_chu.resolution.commitment", string="Resolved", compute="_compute_commitments"
    )
    last_commitment_ids = fields.Many2many(
        "dan_chu.resolution.commitment",
        string="Resolved the time before",
        compute="_compute_commitments",
    )
    last_resolution_words = fields.Char(
        string="What has become of the last resolution", compute="_compute_commitments"
    )

    @api.depends("state")
    def _compute_resolution(self):
        none = self.env["dan_chu.resolution"]
        papers = self._papers_in_force().grouped("conference_id")
        for conference in self:
            conference.resolution_state = papers.get(conference, none)[:1].state

    @api.depends("state")
    @api.depends_context("uid")
    def _compute_resolution_shown(self):
        none = self.env["dan_chu.resolution"]
        papers = self.sudo()._papers_in_force().grouped("conference_id")
        for conference in self:
            paper = papers.get(conference, none)[:1]
            conference.resolution_waits_for_me = paper.my_consent_waits
            conference.resolution_shown = paper.my_consent_waits and paper._to_be_signed()

    @api.depends("state", "date", "unit_id")
    @api.depends_context("uid")
    def _compute_commitments(self):
        """Only what the user may read: before issue that is for those who write it."""
        rows = self.env["dan_chu.resolution.commitment"]
        for conference in self:
            own = conference.sudo()._papers_in_force()[:1]
            last = conference._last_resolution()
            conference.commitment_ids = rows._of(own)
            conference.last_commitment_ids = rows._of(last)
            conference.last_resolution_words = last and last._progress_words()

    def _papers_in_force(self):
        """Neither superseded nor withdrawn; the newest of each conference first."""
        return self.env["dan_chu.resolution"].search(
            [
                ("conference_id", "in", self.ids),
                ("state", "in", ("draft", "submitted", "issued")),
            ]
        )

    def _last_resolution(self):
        """Of the conference before this one in the same house, whoever asks."""
        self.ensure_one()
        papers = self.env["dan_chu.resolution"].sudo()
        before = papers.search(
            [("unit_id", "=", self.unit_id.id), ("state", "=", "issued")],
            order="date desc, id desc",
        )
        day = self.date
        return before.filtered(
            lambda paper: (
                paper.conference_id != self._origin.sudo()
                and paper.conference_id.is_valid
                and not (day and paper.conference_id.date and paper.conference_id.date >= day)
            )
        )[:1]

    def action_new_resolution(self):
        """The resolution there is, or a draft written from the votes."""
        self.ensure_one()
        self._require_role("officer")
        self._require_state("open", "ballot", "closed")
        self._lock()
        paper = self.env["dan_chu.resolution"]._of_conference(self)
        return {
            "type": "ir.actions.act_window",
            "res_model": paper._name,
            "res_id": paper.id,
            "view_mode": "form",
        }

    def action_open_resolution(self):
        """As it was issued, for all the staff."""
        self.ensure_one()
        self.check_access("read")
        paper = self.sudo()._papers_in_force()[:1]
        return paper._open_issued(self.env)

    def action_sign_resolution(self):
        """By who is named to sign it and is shown it here."""
        self.ensure_one()
        self.check_access("read")
        paper = self.sudo()._papers_in_force()[:1]
        if not paper:
            raise UserError(self.env._("There is no resolution to be signed."))
        return paper.sudo(False).action_consent()

    # ---------------------------------------------------------------- in words, for the paper

    def _vote_on_resolution(self):
        """The last round of the vote by which it was passed."""
        return self._last_rounds().filtered(lambda vote: vote.matter == "resolution")[-1:]

    def _last_rounds(self):
        """Closed votes that were not voted on again."""
        closed = self.vote_ids.filtered(lambda vote: vote.state == "closed")
        return (closed - closed.previous_id).sorted("id")

    def _people_word(self):
        return "đại biểu" if self.is_of_delegates else "người dự hội nghị"

    def _attended_printed(self):
        """Exactly how many there were, also where there were too few."""
        people = "đại biểu được triệu tập" if self.is_of_delegates else "người của đơn vị"
        words = f"{self.present_count}/{self.quorum_base} {people}"
        share = percent(self.present_count, self.quorum_base)
        return f"{words} ({share})" if share else words

    def _decided_printed(self):
        """[{name, words}]: what was passed, with its numbers."""
        votes = self._last_rounds().filtered(
            lambda vote: (
                vote.matter in (*OF_ARTICLE_49, "other")
                and vote.matter != "resolution"
                and not vote.is_election
                and vote.outcome == "passed"
            )
        )
        return [{"name": vote.name, "words": self._for_words(vote)} for vote in votes]

    def _for_words(self, vote):
        base, share = vote.base_count, percent(vote.votes_for, vote.base_count)
        return f"{vote.votes_for}/{base} {self._people_word()} tán thành ({share})"

    def _elections_printed(self):
        """[{name, people: [{name, words}]}]: over all rounds, in the order of their votes."""
        elections = []
        for vote in self.vote_ids.sorted("id"):
            if not vote.is_election or vote.state != "closed" or vote.is_replaced:
                continue
            people = [
                {
                    "name": named_person(row.name, row.position),
                    "words": f"{row.votes} phiếu "
                    f"({percent(row.votes, vote.base_count)} {WHOLES[vote.base_kind]})",
                }
                for row in vote.option_ids.sorted(lambda row: (-row.votes, row.sequence))
                if row.elected == "yes"
            ]
            if people:
                again = f", lần {vote.round_number}" if vote.round_number > 1 else ""
                elections.append({"name": vote.name + again, "people": people})
        return elections

    def _passed_printed(self):
        vote = self._vote_on_resolution()
        return self._for_words(vote) if vote.outcome == "passed" else ""

    def _minutes_cited(self):
        """The minutes as a basis, once they are issued."""
        minutes = self.env["dan_chu.conference.paper"].search(
            [
                ("conference_id", "=", self.id),
                ("form", "=", "minutes"),
                ("state", "=", "issued"),
            ],
            limit=1,
        )
        named = minutes and " ".join(filter(None, ("Biên bản", minutes.reference, minutes.title)))
        return named and f"{named} ngày {short(minutes.date)}"

    def _asked_printed(self):
        """[{who, text, answers}]: raised before or at the conference, and what was answered."""
        rows = [
            {
                "who": named_person(row.name, row.section),
                "text": row.text,
                "answers": [row.answer] if row.answer else [],
            }
            for row in self.opinion_ids
            if row.kind != "speak"
        ]
        notes = self.note_ids
        for note in notes.filtered(lambda note: note.note_kind == "question"):
            replies = [
                f"{reply.speaker}: {reply.text}" if reply.speaker else reply.text
                for reply in notes
                if reply.note_kind in ("answer", "conclusion") and reply._answered_by(notes) == note
            ]
            rows.append({"who": note.speaker or "", "text": note.text, "answers": replies})
        return rows


class Resolution(models.Model):
    _inherit = "dan_chu.resolution"

    def _to_be_signed(self):
        """The text with its commitments, for the eyes of those who sign it."""
        self.ensure_one()
        return self.env["ir.qweb"]._render(
            "dan_chu_co_so.resolution_to_be_signed",
            {
                "paper": self,
                "rows": self.commitment_ids._printed(),
            },
        )

    def _open_issued(self, env):
        """The files of its last revision, with the rights of who asks."""
        revision = self.sudo().revision_ids.sorted("sequence")[-1:]
        if not revision:
            raise AccessError(env._("The resolution has not been issued yet."))
        return revision.with_env(env).action_open_pdf()

    def _progress_words(self):
        """ "Nghị quyết 05/NQ-THPT: 8 done, 3 under way, 1 of them late" """
        self.ensure_one()
        rows = self.commitment_ids
        done = rows.filtered(lambda row: row.task_state in ("done", "accepted"))
        off = rows.filtered(lambda row: row.task_state == "cancelled")
        return self.env._(
            "%(paper)s: %(done)s of %(total)s commitments done, %(open)s open, %(late)s of them "
            "late",
            paper=self.document_id._named_with_kind(),
            done=len(done),
            total=len(rows),
            open=len(rows - done - off),
            late=len(rows.filtered("is_late")),
        )


class ResolutionCommitment(models.Model):
    _inherit = "dan_chu.resolution.commitment"

    @api.model
    def _of(self, paper):
        return self.search([("resolution_id", "=", paper.id)]) if paper else self.browse()
