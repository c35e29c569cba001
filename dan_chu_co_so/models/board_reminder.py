from odoo import api, fields, models
from odoo.tools import format_date, split_every

from ..lib.clock import today

SLICE = 200
_AHEAD = "board.remind_before"
_TERM = "dan_chu_co_so.activity_board_term"
_VACANCY = "dan_chu_co_so.activity_board_vacancy"
_UNFIT = "dan_chu_co_so.activity_board_unfit"
_VACANT = ("vacancy", "too_few")
_WHY_UNFIT = ("is_head", "is_deputy", "is_chief_accountant", "is_official", "is_gone")


class Board(models.Model):
    """Told in time: a term that ends, a seat that is empty, a member who may be one no longer.

    Each once: a column keeps what was told, so that the next end, or another empty seat, is told
    anew. The representative is told, who proposes to the conference, and the officers.
    """

    _inherit = "dan_chu.board"

    term_told_for = fields.Date(readonly=True, copy=False)
    vacancy_told_for = fields.Char(readonly=True, copy=False)
    unfit_told_for = fields.Char(readonly=True, copy=False)

    def _put(self, vals):
        res = super()._put(vals)
        if vals.get("state") == "ended":
            self._forget_told(_TERM, _VACANCY, _UNFIT)
        return res

    @api.model
    def _cron_remind(self):
        """In steps, each committed."""
        at_work = self.sudo().search([("state", "=", "active")])
        cron = self.env["ir.cron"]
        cron._commit_progress(remaining=len(at_work))
        for ids in split_every(SLICE, at_work.ids):
            self.sudo().browse(ids)._tell()
            if not cron._commit_progress(len(ids)):
                return

    def _tell(self):
        units = self.unit_id
        heads, officers = units._people_by_unit("head"), units._people_by_unit("officer")
        speakers = units._people_by_unit("representative")
        rows = []
        for board in self:
            unit = board.unit_id
            whom = speakers[unit] | officers[unit] or heads[unit]
            for kind, day, sentences in board._news(heads[unit]):
                rows += [
                    board._activity(kind, day, sentence, user)
                    for sentence in sentences
                    for user in whom
                ]
        self.env["mail.activity"].with_context(mail_activity_quick_update=True).create(rows)

    def _news(self, heads):
        """(kind of activity, its day, sentences) of what is not told yet."""
        self.ensure_one()
        ahead = self.env["dan_chu.rule"]._days(_AHEAD, self.unit_id)
        soon = ahead and fields.Date.add(today(), days=ahead)
        if soon and self.date_to and self.date_to <= soon and self.term_told_for != self.date_to:
            self._forget_told(_TERM)
            self._put({"term_told_for": self.date_to})
            yield _TERM, self.date_to, [_end_of_term]
        findings = self._findings(heads)
        for codes, column, kind in (
            (_VACANT, "vacancy_told_for", _VACANCY),
            (_WHY_UNFIT, "unfit_told_for", _UNFIT),
        ):
            found = [finding for finding in findings if finding.code in codes]
            told = ",".join(
                f"{finding.code}:{'/'.join(map(str, finding.values.values()))}" for finding in found
            )
            if told == (self[column] or ""):
                continue
            self._forget_told(kind)
            self._put({column: told or False})
            yield (
                kind,
                today(),
                [lambda board, finding=finding: board._sentence(finding) for finding in found],
            )

    def _activity(self, kind, day, sentence, user):
        return {
            "activity_type_id": self.env.ref(kind).id,
            "automated": True,
            "summary": sentence(self.with_context(lang=user.lang)),
            "date_deadline": day,
            "res_model_id": self.env["ir.model"]._get_id(self._name),
            "res_id": self.id,
            "user_id": user.id,
        }

    def _forget_told(self, *kinds):
        """Those the program made, and what is settled; what people planned stays theirs."""
        types = self.env["mail.activity.type"].union(*(self.env.ref(kind) for kind in kinds))
        self.env["mail.activity"].sudo().search(
            [
                ("res_model", "=", self._name),
                ("res_id", "in", self.ids),
                ("automated", "=", True),
                ("activity_type_id", "in", types.ids),
            ]
        ).unlink()


def _end_of_term(board):
    day = format_date(board.env, board.date_to)
    if board.date_to < today():
        return board.env._("The term ended on %s: the next election is waited for", day)
    return board.env._("The term ends on %s", day)
