from odoo import fields, models

from .owner_unit import OwnerUnit


class VoteVoter(models.Model):
    """Who took part in an electronic vote, in the order of the list and not of their coming."""

    _name = "dan_chu.vote.voter"
    _description = "Who took part in a vote"
    _inherit = ["dan_chu.append.only", "dan_chu.unit.owned"]
    _order = "vote_id, id"
    _rec_name = "name"
    _log_access = False
    _frozen_how = "ballot"

    vote_id = fields.Many2one("dan_chu.vote", required=True, index=True, ondelete="restrict")
    unit_id = OwnerUnit(
        related="vote_id.unit_id", store=True, index=True, precompute=True, readonly=True
    )
    attendee_id = fields.Many2one(
        "dan_chu.conference.attendee",
        string="Voter",
        required=True,
        readonly=True,
        index=True,
        ondelete="restrict",
    )
    name = fields.Char(string="Name of the voter", required=True, readonly=True)

    _once = models.UniqueIndex("(vote_id, attendee_id)")
