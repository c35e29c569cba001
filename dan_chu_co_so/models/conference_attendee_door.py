from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import SQL, format_date

from ..lib.clock import today, vietnamese

_LONGEST_REASON = 500
# Nobody who is not there came, was late or left.
_NOT_HERE = {"arrived_on": False, "is_late": False, "left_on": False}


class ConferenceAttendee(models.Model):
    """What happened to a person at the door, and what the desk is shown of it."""

    _inherit = "dan_chu.conference.attendee"

    _absent_has_no_times = models.Constraint(
        "CHECK(status = 'present' OR (arrived_on IS NULL AND left_on IS NULL))",
        "Only who is present came and left at a time.",
    )

    @api.constrains("arrived_on", "left_on")
    def _check_not_to_come(self):
        """Whatever the clock of a desk says: people have come when the server says so."""
        now = fields.Datetime.now()
        for row in self:
            if any(moment and moment > now for moment in (row.arrived_on, row.left_on)):
                raise ValidationError(
                    self.env._(
                        "%(name)s cannot have come or left at a time that is still to come: by the "
                        "clock of the server it is %(now)s.",
                        name=row.name,
                        now=vietnamese(now).strftime("%H:%M %d/%m/%Y"),
                    )
                )

    def write(self, vals):
        if vals.get("status") == "present":
            self.conference_id._hold()
            self._check_still_of_the_staff()
            if "arrived_on" not in vals and not any(row.status == "present" for row in self):
                vals = {**vals, "arrived_on": fields.Datetime.now()}
        return super().write(vals)

    def _enter(self, vals, how):
        is_here = vals.get("status", "present") == "present"
        if not is_here:
            vals = {**vals, **_NOT_HERE}
        if not is_here or "arrived_on" in vals:
            self._check_not_counted(is_here and fields.Datetime.to_datetime(vals["arrived_on"]))
        return super()._enter(vals, how)

    def _check_not_counted(self, came):
        """Of who was there when a vote opened its base is made: the minutes would tell of more who
        voted than of people who came. `came`: when it is to have been, nothing for never."""
        here = self.filtered(lambda row: row.status == "present" and not row.is_guest)
        if not here:
            return
        # A vote that opens in this moment counts them as they are before or after.
        here.conference_id._touch()
        held = here.conference_id.sudo().vote_ids.filtered(lambda vote: vote.state != "draft")
        for row in here:
            counting = held.filtered(lambda vote, row=row: vote._has_counted(row, came))
            if counting:
                raise UserError(
                    self.env._(
                        "%(name)s was there when “%(vote)s” opened and is counted in its base, "
                        "which does not change any more. Who has gone since left early.",
                        name=row.name,
                        vote=counting[0].name,
                    )
                )

    def _check_still_of_the_staff(self):
        gone = self.sudo().filtered("has_left")
        if gone:
            raise UserError(
                self.env._(
                    "Not of the staff of %(unit)s any more, and not checked in: %(names)s. Take "
                    "them off the list with that reason, or list them as guests.",
                    unit=gone.conference_id.unit_id[:1].name,
                    names=", ".join(gone.mapped("name")),
                )
            )

    # ---------------------------------------------------------------- what is entered

    def _hold(self):
        self.env.cr.execute(
            SQL(
                "SELECT FROM dan_chu_conference_attendee WHERE id = ANY(%s) FOR NO KEY UPDATE",
                self.ids,
            )
        )

    def _say(self, stage, values, how):
        """To that stage, at this moment of the server. Rows of one stage at a time."""
        self._check_may_say(stage)
        reason = values.get("reason")
        vals = {"reason": str(reason)[:_LONGEST_REASON]} if reason is not None else {}
        is_here = self[:1].status == "present"
        if stage == "left":
            vals["left_on"] = self[:1].left_on or fields.Datetime.now()
        elif stage == "present" and is_here:
            vals["left_on"] = False
        elif stage == "present":
            came = {"status": stage, "arrived_on": fields.Datetime.now(), "reason": reason or False}
            vals |= {**came, "is_late": self.conference_id.state == "open"}
        elif stage != self[:1].status:
            vals |= {"status": stage, "reason": vals.get("reason", False)}
        if stage == "present" and isinstance(values.get("is_late"), bool):
            vals["is_late"] = values["is_late"]
        changed = {name for name in vals if any(row[name] != vals[name] for row in self)}
        if changed:
            self._enter(vals, how)

    def _check_may_say(self, stage):
        for row in self:
            if row.is_off:
                raise UserError(
                    self.env._(
                        "%(name)s was taken off the list (%(reason)s): put the person on it again "
                        "first.",
                        name=row.name,
                        reason=row.off_reason,
                    )
                )
            if stage == "left" and row.status != "present":
                raise UserError(
                    self.env._("%s has not come, and so cannot leave: first check in.", row.name)
                )
        day = self.conference_id[:1].date
        if stage != "present":
            return
        if day and day > today():
            raise UserError(
                self.env._(
                    "Nobody is present yet: the conference is on %s. Only leave is entered before.",
                    format_date(self.env, day),
                )
            )
        self._check_still_of_the_staff()

    def _check_in_self(self):
        """The person's own tap: refused where the conference leaves it to the desk."""
        conference = self.conference_id
        conference._check_door()
        self._hold()
        if not conference.self_check_in:
            raise UserError(
                self.env._(
                    "At this conference people are checked in at the desk: show your invitation "
                    "there."
                )
            )
        stage = self._stage()
        if stage == "left":
            raise UserError(
                self.env._(
                    "The desk has entered that you left at %s: whoever comes back tells the desk.",
                    self._clock(self.left_on),
                )
            )
        if stage != "present":
            self._say("present", {}, "self")

    # ---------------------------------------------------------------- what a desk is shown

    def _stage(self):
        """The status as the desk knows it, which tells apart who has left."""
        self.ensure_one()
        return "left" if self.left_on else self.status

    def _at_the_desk(self):
        """What a desk shows of a person; times by the clocks of Viet Nam."""
        return [
            {
                "id": row.id,
                "name": row.name,
                "position": row.position or "",
                "section": row.section or row.body_id.name or "",
                "is_guest": row.is_guest,
                "is_off": row.is_off,
                "off_reason": row.off_reason or "",
                "stage": row._stage(),
                "reason": row.reason or "",
                "is_late": row.is_late,
                "came": self._clock(row.arrived_on),
                "left": self._clock(row.left_on),
                "by": row.checked_by_id.name or "",
            }
            for row in self.sudo()
        ]

    @api.model
    def _clock(self, moment):
        """The hour; with the day, if that is not today."""
        if not moment:
            return ""
        local = vietnamese(moment)
        return local.strftime("%H:%M" if local.date() == today() else "%H:%M %d/%m")

    def _stage_words(self):
        """“Present, came at 07:55, checked in by …”"""
        self.ensure_one()
        names = dict(self._fields["status"]._description_selection(self.env))
        row = self.sudo()
        words = [names[row.status]]
        if row.left_on:
            words.append(self.env._("left at %s", self._clock(row.left_on)))
        elif row.arrived_on:
            words.append(self.env._("came at %s", self._clock(row.arrived_on)))
        if row.checked_by_id:
            words.append(self.env._("entered by %s", row.checked_by_id.name))
        return ", ".join(words)
