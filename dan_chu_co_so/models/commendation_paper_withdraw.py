from odoo import models
from odoo.fields import Command

from ..lib.clock import today


class CommendationPaper(models.Model):
    """What becomes of the awards when their decision is withdrawn or replaced.

    A decision is withdrawn by one of the same form, and what it gave falls with it, in the same
    transaction; of a decision that is replaced, what the new one does not give again.
    """

    _inherit = "dan_chu.commendation.paper"

    def _is_withdrawal(self):
        return self.form == "decision" and self.follows_how == "withdraws"

    def _follow_up(self, how):
        if how == "withdraws" and self.form == "decision":
            return self._withdrawal()
        if how in ("corrects", "withdraws"):
            return self.env["dan_chu.notice"]._letter_about(self.document_id, how)
        new = super()._follow_up(how)
        if how == "replaces" and self.form == "decision":
            # Whoever is left out of the new list loses what the old one gave.
            new.line_ids = self.line_ids
        return new

    def _withdrawal(self):
        new = self.create(
            {
                "form": "decision",
                "round_id": self.round_id.id,
                "unit_id": self.unit_id.id,
                "title": f"thu hồi, hủy bỏ {self.document_id._as_decided()}",
            }
        )
        new.write(
            {
                "follows_id": self.document_id.id,
                "follows_how": "withdraws",
                "line_ids": [Command.clear()],
            }
        )
        # The council passed the awards, not their end.
        new.basis_ids.filtered(lambda basis: basis.verb == "considering").unlink()
        return new

    def _text_template(self):
        if self._is_withdrawal():
            return "dan_chu_co_so.commendation_text_withdrawal"
        return super()._text_template()

    def _text_values(self):
        replaced = self.follows_id.sudo() if self.follows_how == "replaces" else None
        values = super()._text_values()
        values["replaced"] = replaced and replaced.number and replaced._as_decided()
        if not self._is_withdrawal():
            return values
        withdrawn = self._followed()
        return values | {
            "withdrawn": self.follows_id.sudo()._as_decided(),
            "counted": withdrawn._gave()._counted_printed(),
        }

    def _followed(self):
        return self.sudo().search([("document_id", "=", self.follows_id.id)])

    def _gave(self):
        """What stands by this decision: given by it, or by one that it replaced."""
        self.ensure_one()
        paper = self.sudo()
        documents, older = paper.document_id, paper.document_id
        while older.follows_how == "replaces" and older.follows_id not in documents:
            older = older.follows_id
            documents |= older
        return paper.line_ids.filtered(
            lambda row: (
                row.state == "awarded"
                and row.decision_document_id in documents
                and not row.is_taken_back
            )
        )

    def _ended(self, reason):
        super()._ended(reason)
        for paper in self.sudo().filtered(lambda paper: paper.form == "decision"):
            follows = paper.search(
                [
                    ("follows_id", "=", paper.document_id.id),
                    ("follows_how", "in", ("replaces", "withdraws")),
                    ("state", "=", "issued"),
                ]
            )
            replacing = follows.filtered(lambda paper: paper.follows_how == "replaces")
            gone = paper._gave() - replacing.line_ids
            gone._take_back(reason, max(follows.mapped("date"), default=today()))

    def _decides(self):
        """What a decision gives again stands by it, as soon as it has its number."""
        kept = {
            paper: paper.line_ids.sudo() & paper._followed()._gave()
            for paper in self
            if paper.form == "decision" and paper.follows_how == "replaces"
        }
        super()._decides()
        for paper, rows in kept.items():
            document = paper.document_id.sudo()
            if rows and document.number:
                paper.round_id.sudo()._check_not_signed_for_oneself(document, rows)
                rows._stand_by(document)


class Commendation(models.Model):
    _inherit = "dan_chu.commendation"

    def _stand_by(self, document):
        """Given again by a decision that replaces theirs, here and where it was sent up from.

        The sum stays: it was reckoned, and may have been paid, by the first. The database knows
        the new name of a row by the paper, of a row below by the one above, and of the entry by
        its row, so that they are written in that order.
        """
        document.flush_recordset()
        named = {"decided_on": document.date, "decision_words": document._as_decided()}
        for words, rows in self.grouped("decision_words").items():
            chain, vals = rows, {**named, "decision_document_id": document.id}
            while chain:
                chain._put(vals)
                chain.flush_recordset()
                for row in chain:
                    row._note(
                        row.env._(
                            "Stands by %(new)s from now on, which replaces %(old)s.",
                            new=named["decision_words"],
                            old=words,
                        )
                    )
                chain._renew_honours(named)
                chain = chain.origin_id.filtered(
                    lambda below, above=chain: below.forwarded_id in above
                )
                vals = named

    def _renew_honours(self, named):
        for honour in self.honour_ids.filtered(lambda honour: not honour.is_cancelled):
            before = filter(None, (honour.replaced_words, honour.decision_words))
            honour._mark({**named, "replaced_words": "; ".join(before)})
        self.honour_ids.flush_recordset()
