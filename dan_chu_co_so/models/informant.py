from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class Informant(models.Model):
    """Who told the board something (người cung cấp thông tin).

    Their name is for that board alone (Luật Thực hiện dân chủ ở cơ sở, Điều 9). It stands in rows
    of its own, which name neither who made them nor when; nothing that others read points at them.
    """

    _name = "dan_chu.informant"
    _description = "Informant"
    _inherit = ["dan_chu.sealed", "dan_chu.readable.links"]
    _order = "id"
    _log_access = False

    sealed_board_id = fields.Many2one(required=True, copy=False)
    # What the board was told stands or goes; the persons leave without anybody being told why
    # they could not be deleted.
    petition_id = fields.Many2one("dan_chu.petition", index="btree_not_null", ondelete="cascade")
    finding_id = fields.Many2one("dan_chu.finding", index="btree_not_null", ondelete="cascade")
    employee_id = fields.Many2one("hr.employee", string="Person", ondelete="set null")
    user_id = fields.Many2one(
        "res.users", readonly=True, copy=False, index="btree_not_null", ondelete="set null"
    )
    name = fields.Char(
        required=True, compute="_compute_name", store=True, readonly=False, precompute=True
    )
    contact = fields.Char(help="Phone, address, how they wish to be reached.")

    _told_one_thing = models.Constraint(
        "CHECK((petition_id IS NULL) <> (finding_id IS NULL))",
        "An informant belongs to a finding or to a petition.",
    )

    @api.depends("employee_id")
    def _compute_name(self):
        for informant in self:
            informant.name = informant.employee_id.sudo().name or informant.name

    @api.model_create_multi
    def create(self, vals_list):
        sources = [self._source(vals) for vals in vals_list]
        for source in sources:
            source.check_access("write")
        self._check_links(vals_list)
        return super().create(
            [
                {
                    **vals,
                    "unit_id": source.unit_id.id,
                    "sealed_board_id": source.sealed_board_id.id,
                    "user_id": vals.get("user_id") if self.env.su else False,
                }
                for vals, source in zip(vals_list, sources, strict=True)
            ]
        )

    def write(self, vals):
        if vals.keys() - {"employee_id", "name", "contact"}:
            raise UserError(self.env._("What was told by whom does not change: add another row."))
        return super().write(vals)

    def get_metadata(self):
        """Odoo reads no field of a row that keeps no log, and so asks for no right."""
        self.check_access("read")
        return super().get_metadata()

    @api.model
    def _source(self, vals):
        """What was told: of a board that keeps it to itself."""
        context = self.env.context
        named = (
            self.env[model].browse(vals.get(name, context.get(f"default_{name}")) or ())
            for name, model in (
                ("finding_id", "dan_chu.finding"),
                ("petition_id", "dan_chu.petition"),
            )
        )
        source = next(filter(None, named), None)
        if source is None:
            raise ValidationError(self.env._("An informant belongs to a finding or to a petition."))
        source.check_access("write")
        if not source.sealed_board_id:
            raise ValidationError(
                self.env._(
                    "Only a board that works by itself keeps who told it something to itself. "
                    "Do not write names here."
                )
            )
        return source
