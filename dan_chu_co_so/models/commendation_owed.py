from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import format_date

from ..lib.clock import today
from .commendation import WITH_UNIT

ASKED = "dan_chu_co_so.activity_nominate"
# After these a list may have come in, or be owed again.
_MOVES = ("submitted", "returned", "withdrawn")


class Commendation(models.Model):
    """Lines that come in one by one, are sent back or struck: what its unit owes follows."""

    _inherit = "dan_chu.commendation"

    def _put(self, vals):
        res = super()._put(vals)
        if vals.get("state") in _MOVES:
            self._lists()._settle()
        return res

    def action_strike(self):
        lists = self._lists()
        res = super().action_strike()
        lists._settle()
        return res

    def _lists(self):
        """The rows of the units whose lists these lines stand on."""
        rows = self.sudo()
        found = self.env["dan_chu.commendation.participant"].sudo()
        return found.search(
            Domain("round_id", "in", rows.round_id.ids) & Domain("unit_id", "in", rows.unit_id.ids)
        )


class CommendationParticipant(models.Model):
    _inherit = "dan_chu.commendation.participant"

    waiting_count = fields.Integer(
        string="Still with the unit",
        compute="_compute_counts",
        help="Lines not handed in yet, or sent back.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        rows = super().create(vals_list)
        rows.round_id._ask_people()
        return rows

    def unlink(self):
        rounds = self.round_id
        res = super().unlink()
        rounds.exists()._ask_people()
        return res

    def _put(self, vals):
        res = super()._put(vals)
        if "handed_in_on" in vals:
            self.round_id._ask_people()
        return res

    def _settle(self):
        """In once something was handed in and nothing is left with the unit; what is sent back is
        owed again."""
        states = {}
        groups = (
            self.env["dan_chu.commendation"]
            .sudo()
            ._read_group(
                Domain("round_id", "in", self.round_id.ids)
                & Domain("unit_id", "in", self.unit_id.ids)
                & Domain("state", "!=", "withdrawn"),
                ["round_id", "unit_id", "state"],
            )
        )
        for row_round, unit, state in groups:
            states.setdefault((row_round, unit), set()).add(state)
        found = [(row, states.get((row.round_id, row.unit_id), set())) for row in self]
        back = self.browse(row.id for row, now in found if row.handed_in_on and "returned" in now)
        handed_in = self.browse(
            row.id
            for row, now in found
            if not row.handed_in_on and now and now.isdisjoint(WITH_UNIT)
        )
        if back:
            back._put({"handed_in_on": False})
        if handed_in:
            handed_in._put({"handed_in_on": fields.Datetime.now()})
        if not back and not handed_in:
            self.round_id._ask_people()


class CommendationRound(models.Model):
    """Whoever is responsible in a unit that is asked has an entry until its list is in."""

    _inherit = "dan_chu.commendation.round"

    def write(self, vals):
        res = super().write(vals)
        if "deadline" in vals:
            self._ask_people()
        return res

    def _put(self, vals):
        res = super()._put(vals)
        if vals.keys() & {"state", "deadline"}:
            self._ask_people()
        return res

    def _ask_people(self):
        """One entry a person, however many units it nominates for; gone once all lists are in."""
        activities, kind = self.env["mail.activity"].sudo(), self.env.ref(ASKED)
        model = self.env["ir.model"]._get_id(self._name)
        there = activities.search(
            Domain("activity_type_id", "=", kind.id)
            & Domain("res_model", "=", self._name)
            & Domain("res_id", "in", self.ids)
        )
        values, kept = [], activities.browse()
        for row in self.sudo():
            day = row.deadline or today()
            theirs = {activity.user_id: activity for activity in there if activity.res_id == row.id}
            for user, units in row._people_who_owe().items():
                said = {
                    "summary": row._asked_words(units, user.lang),
                    "date_deadline": day,
                }
                if activity := theirs.get(user):
                    kept |= activity
                    if any(activity[name] != value for name, value in said.items()):
                        activity.write(said)
                else:
                    values.append(
                        {
                            **said,
                            "activity_type_id": kind.id,
                            "automated": True,
                            "res_model_id": model,
                            "res_id": row.id,
                            "user_id": user.id,
                        }
                    )
        (there - kept).unlink()
        activities.with_context(mail_activity_quick_update=True).create(values)

    def _people_who_owe(self):
        """{user: units}: officers of the units whose lists are not in, or else their heads. Once
        nominations have ended, of those to which something was sent back."""
        if self.state not in ("open", "council"):
            return {}
        owing = self.participant_ids.filtered(lambda row: not row.handed_in_on)
        units = owing.unit_id
        if self.state == "council":
            back = self.commendation_ids.filtered(lambda row: row.state == "returned")
            units &= back.unit_id
        officers, heads = units._people_by_unit("officer"), units._people_by_unit("head")
        owed = {}
        for unit in units:
            for user in officers[unit] or heads[unit]:
                owed[user] = owed.get(user, units.browse()) | unit
        return owed

    def _asked_words(self, units, lang):
        row = self.with_context(lang=lang)
        whom = units.name if len(units) == 1 else row.env._("%s units", len(units))
        if not row.deadline:
            return row.env._("Nominations of %s", whom)
        day = format_date(row.env, row.deadline)
        return row.env._("Nominations of %(unit)s, until %(day)s", unit=whom, day=day)
