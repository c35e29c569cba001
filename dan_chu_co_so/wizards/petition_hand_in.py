from odoo import api, fields, models
from odoo.exceptions import UserError


class PetitionHandIn(models.TransientModel):
    """The form on which the staff write to their board. It is deleted when it is handed in, and
    nobody else reads it meanwhile: its row says who writes."""

    _name = "dan_chu.petition.hand.in"
    _description = "Handing in a petition"
    _inherit = ["dan_chu.readable.links"]
    # Minutes: what was begun and not handed in is not kept about.
    _transient_max_hours = 0.5

    board_ids = fields.Many2many("dan_chu.board", compute="_compute_boards", compute_sudo=False)
    board_id = fields.Many2one(
        "dan_chu.board",
        string="To",
        default=lambda self: self._default_board(),
        ondelete="cascade",
    )
    readers = fields.Char(string="Read by", compute="_compute_readers")
    no_board_text = fields.Char(compute="_compute_boards", compute_sudo=False)
    how = fields.Selection(
        [("named", "Named"), ("confidential", "Confidential")],
        string="With or without the name",
        required=True,
    )
    name = fields.Char(string="About", required=True)
    text = fields.Text(string="In your words", required=True)
    contact = fields.Char(
        string="How the board may reach you", help="A phone number, a time. May stay empty."
    )
    file_ids = fields.One2many("dan_chu.petition.hand.in.file", "form_id", string="Files")

    @api.model
    def _default_board(self):
        boards = self.env["dan_chu.petition"]._boards_to_turn_to()
        return boards.id if len(boards) == 1 else False

    @api.depends_context("uid")
    def _compute_boards(self):
        petitions = self.env["dan_chu.petition"]
        boards = petitions._boards_to_turn_to()
        for form in self:
            form.board_ids = boards.ids
            form.no_board_text = False if boards else petitions._whom_else_to_turn_to()

    @api.depends("board_id")
    def _compute_readers(self):
        for form in self:
            form.readers = ", ".join(form.board_id.sudo().member_ids._now().mapped("name"))

    def action_hand_in(self):
        self.ensure_one()
        if self.create_uid != self.env.user:
            raise UserError(self.env._("Write a form of your own."))
        self.env["dan_chu.petition"].hand_in(
            {
                "board_id": self.board_id.id,
                "name": self.name,
                "text": self.text,
                "is_confidential": self.how == "confidential",
                "contact": self.contact,
                "files": [
                    {"name": file.name, "data": file.with_context(bin_size=False).data}
                    for file in self.file_ids
                ],
            }
        )
        self.sudo().unlink()
        return {
            **self.env["ir.actions.act_window"]._for_xml_id("dan_chu_co_so.petition_mine_action"),
            "target": "main",
        }


class PetitionHandInFile(models.TransientModel):
    _name = "dan_chu.petition.hand.in.file"
    _description = "File to hand in"
    _inherit = ["dan_chu.readable.links"]
    _transient_max_hours = 0.5

    form_id = fields.Many2one(
        "dan_chu.petition.hand.in", required=True, index=True, ondelete="cascade"
    )
    name = fields.Char(string="File name")
    # In the row itself, which goes: as an attachment it would name who made it.
    data = fields.Binary(string="File", required=True, attachment=False)
