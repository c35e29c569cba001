from odoo import api, fields, models
from odoo.exceptions import UserError

from ..lib.clock import today


class Board(models.Model):
    """A board that works by itself has a series of its own, and chooses who gives the numbers:
    the system, or its members from the book they already keep."""

    _inherit = "dan_chu.board"

    series = fields.Selection(
        [("own", "Numbered here, without a gap"), ("typed", "Typed, from the board's own book")],
        string="Numbers of its papers",
        compute="_compute_series",
        store=True,
        precompute=True,
    )

    may_write_papers = fields.Boolean(compute="_compute_may_write_papers")
    may_choose_series = fields.Boolean(compute="_compute_may_write_papers")

    @api.depends("kind_id")
    @api.depends_context("uid")
    def _compute_may_write_papers(self):
        """Of a board that works by itself its members, and of its series those who lead it."""
        held, led = (self.env.user._dan_chu_boards(leads) for leads in (False, True))
        for board in self:
            own = board.is_sealed
            board.may_write_papers = board.id in held if own else board.may_handle
            board.may_choose_series = board.id in led if own else False

    @api.depends("kind_id")
    def _compute_series(self):
        for board in self:
            board.series = board.series or ("own" if board.is_sealed else "typed")

    def write(self, vals):
        if "series" in vals:
            raise UserError(
                self.env._("Who leads the board chooses by the button how its papers are numbered.")
            )
        return super().write(vals)

    def action_number_here(self):
        return self._choose_series("own")

    def action_number_by_hand(self):
        return self._choose_series("typed")

    def _choose_series(self, sort):
        self._require_series_keeper()
        for board in self:
            used = board._registers_of_the_year().filtered(
                lambda register: register.sort != sort and register._has_lines()
            )
            if used:
                used._check_empty()
            board.sudo()._put({"series": sort})
        return True

    def _require_series_keeper(self):
        sealed = self.filtered("is_sealed")
        sealed._require_member(leads=True)
        (self - sealed)._require_role("officer", "head")

    def _registers_of_the_year(self):
        self.ensure_one()
        return (
            self.env["dan_chu.register"]
            .sudo()
            .search(
                [
                    ("unit_id", "=", self.unit_id.id),
                    ("year", "=", today().year),
                    ("board_code", "=", self.symbol or False),
                ]
            )
        )


class Register(models.Model):
    _inherit = "dan_chu.register"

    @api.model
    def _of(self, document):
        """Of a board that works by itself, as it chose: nobody else opens its book."""
        register = super()._of(document)
        board = document.sudo().sealed_board_id
        if (
            board
            and register.board_code
            and register.sort != board.series
            and not register._has_lines()
        ):
            register.sudo().write({"sort": board.series})
        return register

    def _has_lines(self):
        self.ensure_one()
        lines = self.env["dan_chu.register.line"].sudo()
        return bool(lines.search_count([("register_id", "=", self.id)], limit=1))
