import psycopg2

from odoo import api, fields, models
from odoo.tools import SQL

from ..lib.numbering import number_key
from .owner_unit import OwnerUnit

# Tells these locks from those that other modules take in the same database.
_LOCK_SPACE = 0x6463_7273


class RegisterLine(models.Model):
    """One number in the book, and the paper that has it. A withdrawn paper keeps its line."""

    _name = "dan_chu.register.line"
    _description = "Line of a register"
    _inherit = ["dan_chu.append.only"]
    _order = "register_id, number, id"
    _rec_name = "reference"

    register_id = fields.Many2one(
        "dan_chu.register", required=True, index=True, ondelete="restrict"
    )
    unit_id = OwnerUnit("dan_chu.unit", required=True, index=True, ondelete="restrict")
    document_id = fields.Many2one(
        "dan_chu.document", string="Paper", required=True, ondelete="restrict"
    )
    sealed_board_id = fields.Many2one(
        "dan_chu.board", readonly=True, index="btree_not_null", ondelete="restrict"
    )
    number = fields.Integer(required=True, aggregator=False)
    is_own = fields.Boolean(string="Numbered here", required=True)
    reference = fields.Char(related="document_id.reference")
    date = fields.Date(related="document_id.date")
    kind_id = fields.Many2one(related="document_id.kind_id")
    title = fields.Char(related="document_id.title")
    state = fields.Selection(related="document_id.state")
    signers = fields.Char(string="Signed by", compute="_compute_book")
    recipients = fields.Char(string="Sent to", compute="_compute_book")
    archive = fields.Char(related="document_id.archive")
    copies = fields.Integer(related="document_id.copies", aggregator=False)
    note = fields.Char(compute="_compute_book")

    _once_a_paper = models.UniqueIndex("(document_id)", "This paper is already in the register.")
    _no_number_twice = models.UniqueIndex(
        "(register_id, number) WHERE is_own", "This number is already taken in the register."
    )

    @api.depends("document_id")
    def _compute_book(self):
        labels = self.env["dan_chu.document"]._state_names()
        for line in self:
            document = line.document_id.sudo()
            line.signers = ", ".join(filter(None, document.signatory_ids.mapped("name")))
            line.recipients = "; ".join(document.recipient_ids.mapped("name"))
            last = document.step_ids.filtered(lambda step, doc=document: step.action == doc.state)
            gone = document.state in ("superseded", "withdrawn")
            why = last[-1:].reason
            line.note = ": ".join(filter(None, (labels[document.state], why))) if gone else False

    @api.model
    def _book(self, register, document):
        """Book the paper under the number it has. Returns the line."""
        return self._booked(register, document, number_key(document.number))

    @api.model
    def _take_next(self, register, document):
        """The next number of the series: no gap, and none twice, whoever else is issuing.

        The lock is held until commit, so the first number that fits is the next one. What this
        transaction sees may be older than what others have committed: the unique index knows.
        """
        self.env.cr.execute("SELECT pg_advisory_xact_lock(%s, %s)", (_LOCK_SPACE, register.id))
        self.env.cr.execute(
            "SELECT coalesce(max(number), 0) FROM dan_chu_register_line WHERE register_id = %s",
            [register.id],
        )
        number = self.env.cr.fetchone()[0]
        while True:
            number += 1
            try:
                with self.env.cr.savepoint(flush=False):
                    return self._booked(register, document, number)
            except psycopg2.errors.UniqueViolation as error:
                if "no_number_twice" not in (error.diag.constraint_name or ""):
                    raise

    @api.model
    def _booked(self, register, document, number):
        """By hand: a number that is taken is no error to be told in the log."""
        row = {
            "register_id": register.id,
            "unit_id": register.unit_id.id,
            "document_id": document.id,
            "sealed_board_id": document.sealed_board_id.id or None,
            "number": number,
            "is_own": register.sort == "own",
            "create_uid": self.env.uid,
            "write_uid": self.env.uid,
            "create_date": fields.Datetime.now(),
            "write_date": fields.Datetime.now(),
        }
        query = SQL(
            "INSERT INTO dan_chu_register_line (%s) VALUES %s RETURNING id",
            SQL(", ").join(map(SQL.identifier, row)),
            tuple(row.values()),
        )
        self.env.cr.execute(query, log_exceptions=False)
        (line_id,) = self.env.cr.fetchone()
        register.invalidate_recordset(["line_ids", "line_count", "last_number"])
        return self.browse(line_id)
