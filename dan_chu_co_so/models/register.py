import psycopg2

from odoo import api, fields, models
from odoo.exceptions import ConcurrencyError, UserError, ValidationError
from odoo.fields import Domain

from ..lib.clock import today
from .owner_unit import OwnerUnit


class Register(models.Model):
    """The register of papers sent out (sổ đăng ký văn bản đi) of an institution for a year.

    It is of one sort: either the numbers come from the office's clerk and are typed, or they
    are taken here, one after the other. Without a register of its own a paper stands in the
    institution's common one, whose numbers are typed.
    """

    _name = "dan_chu.register"
    _description = "Register of papers sent out"
    _inherit = ["dan_chu.unit.owned"]
    _order = "year desc, unit_id, kind_id nulls first, board_code nulls first, id"

    unit_id = OwnerUnit(
        default=lambda self: self.env["dan_chu.document"]._default_unit().institution_id
    )
    year = fields.Integer(required=True, default=lambda self: today().year, aggregator=False)
    kind_id = fields.Many2one(
        "dan_chu.document.kind",
        string="Only for the kind",
        index="btree_not_null",
        ondelete="restrict",
        help="Empty: one series for all kinds that have no register of their own.",
    )
    board_code = fields.Char(
        string="Only for the board",
        help="Symbol of a board that issues in its own name: its series is its own.",
    )
    sort = fields.Selection(
        [("typed", "The clerk's numbers are typed"), ("own", "Numbered here, without a gap")],
        string="Numbers",
        default="own",
        required=True,
    )
    line_ids = fields.One2many("dan_chu.register.line", "register_id", readonly=True)
    line_count = fields.Integer(compute="_compute_lines")
    last_number = fields.Integer(string="Last number", compute="_compute_lines", aggregator=False)

    _one_of_each = models.UniqueIndex(
        "(unit_id, year, (COALESCE(kind_id, 0)), (COALESCE(board_code, '')))",
        "This institution already has that register for the year.",
    )
    _year_of_our_time = models.Constraint(
        "CHECK(year BETWEEN 1900 AND 2999)", "The year of a register has four digits: 2026."
    )

    @api.depends("unit_id", "year", "kind_id", "board_code")
    def _compute_display_name(self):
        super()._compute_display_name()

    def _name_for_readers(self):
        for register in self:
            series = register.board_code or register.kind_id.name or self.env._("all papers")
            register.display_name = f"{register.unit_id.name}, {register.year}: {series}"

    def _compute_lines(self):
        rows = self.env["dan_chu.register.line"]._read_group(
            [("register_id", "in", self.ids)], ["register_id"], ["__count", "number:max"]
        )
        found = {register.id: (count, last) for register, count, last in rows}
        for register in self:
            register.line_count, register.last_number = found.get(register.id, (0, 0))

    @api.constrains("unit_id")
    def _check_is_an_institution(self):
        for register in self:
            if not register.unit_id.is_institution:
                raise ValidationError(
                    self.env._(
                        "%(unit)s is an inner part of %(top)s, whose papers are registered there.",
                        unit=register.unit_id.name,
                        top=register.unit_id.institution_id.name,
                    )
                )

    def write(self, vals):
        if vals.keys() & {"unit_id", "year", "kind_id", "board_code", "sort"}:
            self._check_empty()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_used(self):
        self._check_empty()

    def _check_empty(self):
        """Also of papers that not everybody who keeps the register may see."""
        lines = self.env["dan_chu.register.line"].sudo()
        for register, count in lines._read_group(
            [("register_id", "in", self.ids)], ["register_id"], ["__count"]
        ):
            raise UserError(
                self.env._(
                    "“%(register)s” already holds %(count)s papers: it stays as it is. "
                    "Another sort of numbers begins with the next year.",
                    register=register.display_name,
                    count=count,
                )
            )

    @api.model
    def _of(self, document):
        """The register a paper is booked in: its board's, its kind's, or the common one."""
        top, year = document.institution_id, document.year
        found = self.sudo().search(
            Domain("unit_id", "=", top.id)
            & Domain("year", "=", year)
            & Domain("kind_id", "in", (False, document.kind_id.id))
            & Domain("board_code", "in", (False, document.board_code))
        )
        # A board's series is apart from the agency's, even if nobody opened a register for it.
        of_body = found.filtered(lambda row: (row.board_code or "") == (document.board_code or ""))
        if of_body:
            return of_body.sorted(lambda row: not row.kind_id)[:1]
        values = {"unit_id": top.id, "year": year, "board_code": document.board_code}
        return self.sudo()._opened(values | {"sort": "typed"})

    @api.model
    def _opened(self, values):
        try:
            with self.env.cr.savepoint():
                return self.create(values)
        except psycopg2.errors.UniqueViolation as error:
            # Somebody else opened it at this very moment: seen when the request is tried again.
            raise ConcurrencyError(str(values)) from error
