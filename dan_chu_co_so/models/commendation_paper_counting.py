from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..lib.board_words import count_of

_BALLOTS = ("ballots_out", "ballots_in", "ballots_invalid")


class CommendationPaper(models.Model):
    """Ballots on paper, as who counted them tells it: the session knows the votes of each line
    alone."""

    _inherit = "dan_chu.commendation.paper"

    ballots_out = fields.Integer(string="Ballots given out", copy=False)
    ballots_in = fields.Integer(string="Ballots come back", copy=False)
    ballots_invalid = fields.Integer(string="Void ballots", copy=False)

    @api.constrains(*_BALLOTS)
    def _check_ballots(self):
        for paper in self:
            present = paper.session_id.sudo().present_count
            numbers = (0, paper.ballots_invalid, paper.ballots_in, paper.ballots_out)
            if list(numbers) != sorted(numbers) or (present and paper.ballots_out > present):
                raise ValidationError(
                    self.env._(
                        "%(out)s ballots given out to %(present)s members, %(back)s come back, "
                        "%(void)s of them void: that cannot be.",
                        out=paper.ballots_out,
                        present=present,
                        back=paper.ballots_in,
                        void=paper.ballots_invalid,
                    )
                )

    def _text_values(self):
        values = super()._text_values()
        if self.form == "counting_minutes":
            values["ballots"] = {
                "out": count_of(self.ballots_out) if self.ballots_out else "",
                "back": count_of(self.ballots_in),
                "valid": count_of(self.ballots_in - self.ballots_invalid),
                "void": count_of(self.ballots_invalid),
            }
        return values

    def _missing(self):
        missing = super()._missing()
        if self.form == "counting_minutes" and not self.ballots_out:
            missing.append(self._label("ballots_out"))
        return missing
