from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

from .conference import PREPARED

# So many names are told; of more there is the number.
_NAMED = 5


class Conference(models.Model):
    """The list of those who are summoned, made of the staff of the house."""

    _inherit = "dan_chu.conference"

    listed_on = fields.Datetime(string="List made on", readonly=True, copy=False)
    people_words = fields.Char(string="On the list", compute="_compute_people_words")
    left_count = fields.Integer(string="Have left", compute="_compute_left_count")
    may_prepare = fields.Boolean(compute="_compute_may_prepare")
    may_list = fields.Boolean(compute="_compute_may_prepare")

    @api.depends(
        "attendee_ids.is_guest",
        "attendee_ids.is_off",
        "attendee_ids.employee_id",
        "attendee_ids.body_id",
    )
    def _compute_people_words(self):
        rows = self.env["dan_chu.conference.attendee"]
        counts = {}
        for conference, is_guest, is_off, number in rows._read_group(
            [("conference_id", "in", self.ids)],
            ["conference_id", "is_guest", "is_off"],
            ["__count"],
        ):
            sort = "guests" if is_guest else "off" if is_off else "summoned"
            own = counts.setdefault(conference.id, dict.fromkeys(("summoned", "off", "guests"), 0))
            own[sort] += number
        for conference in self:
            own = counts.get(conference._origin.id)
            conference.people_words = own and self.env._(
                "%(summoned)s summoned, %(off)s taken off the list, %(guests)s guests", **own
            )

    @api.depends("attendee_ids.employee_id", "attendee_ids.is_guest", "state")
    def _compute_left_count(self):
        rows = self.env["dan_chu.conference.attendee"].sudo()
        for conference in self:
            number = conference._origin.id and conference.state in PREPARED
            domain = conference.sudo()._left_domain() if number else Domain.FALSE
            conference.left_count = rows.search_count(domain)

    @api.depends("unit_id", "attendee_ids.duty")
    @api.depends_context("uid")
    def _compute_may_prepare(self):
        officer = self.env.user._dan_chu_reach("officer")
        for conference in self:
            conference.may_prepare = not conference.unit_id or conference.unit_id.id in officer
            conference.may_list = conference.may_prepare or bool(
                conference._origin and conference._duties() & {"clerk", "secretary"}
            )

    @api.model
    def _button_fields(self):
        return super()._button_fields() | {"listed_on"}

    def action_make_list(self):
        """All the staff of the house; of a conference of delegates the sections that send some.

        Pressed again it adds who has come since, and tells who has left.
        """
        self._require_role("officer")
        self._require_state(*PREPARED)
        self.ensure_one()
        if self.is_of_delegates:
            new, left = self._make_allocations(), self._left_rows()
            made = self.env._("%s sections added to the allocation.", len(new))
        else:
            new, left = self._make_list()
            made = self._added_in_words(new)
        words = [made, self._left_in_words(left), self._without_body_in_words()]
        return self._tell(" ".join(filter(None, words)), bool(left))

    def action_open_people(self):
        self.ensure_one()
        self.check_access("read")
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("People of the conference"),
            "res_model": "dan_chu.conference.attendee",
            "view_mode": "list,kanban,form",
            "mobile_view_mode": "kanban",
            "domain": [("conference_id", "=", self.id)],
            "context": {"default_conference_id": self.id},
        }

    def action_remove_left(self):
        """Whoever has left the unit is not of its staff any more, and needs no reason."""
        self._require_role("officer")
        self._require_state(*PREPARED)
        self.ensure_one()
        left = self._left_rows()
        names = self._names_of(left)
        left.unlink()
        if not self.is_of_delegates:
            self._count_staff(self._staff_to_list())
        return self._tell(
            self.env._("No longer on the list: %s.", names)
            if names
            else self.env._("Nobody on the list has left.")
        )

    def _make_list(self):
        """(rows that were added, rows of those who have left)."""
        # Who presses at the same time waits here, and then sees what is on the list already.
        self._put({"listed_on": fields.Datetime.now()})
        self.flush_recordset(["listed_on"])
        staff = self._staff_to_list()
        listed = self.env["dan_chu.conference.attendee"].search_fetch(
            [("conference_id", "=", self.id), ("employee_id", "!=", False)],
            ["employee_id", "section_id", "body_id", "is_guest"],
        )
        known = {row.employee_id.id for row in listed}
        new = listed.create([row for number, row in staff.items() if number not in known])
        self._follow_moves(listed, staff)
        self._count_staff(staff)
        left = listed.filtered(lambda row: not row.is_guest and row.employee_id.id not in staff)
        return new, left

    def _staff_to_list(self):
        """{id of the employee: values of the row}: one statement, whatever their number."""
        homes = self._homes()
        self.env["hr.employee"].flush_model(["name", "active", "dan_chu_unit_id"])
        self.env["hr.version"].flush_model(["job_title"])
        self.env["dan_chu.unit"].flush_model(["institution_id", "parent_path"])
        query = SQL(
            """
            SELECT DISTINCT ON (person.id)
                   person.id, person.name, version.job_title, part.id, top.id
              FROM dan_chu_unit top
              JOIN dan_chu_unit part
                ON part.institution_id = top.institution_id
               AND part.parent_path LIKE top.parent_path || '%%'
              JOIN hr_employee person ON person.dan_chu_unit_id = part.id AND person.active
              LEFT JOIN hr_version version ON version.id = person.current_version_id
             WHERE top.id = ANY(%s)
             ORDER BY person.id, length(top.parent_path) DESC
            """,
            list(homes),
        )
        return {
            number: {
                "conference_id": self.id,
                "employee_id": number,
                "name": name,
                "position": title,
                "section_id": section,
                "body_id": homes[home].id,
            }
            for number, name, title, section, home in self.env.execute_query(query)
        }

    def _homes(self):
        """{id of a unit: body on whose list its staff is}; the house is that of the body that
        names no units of its own."""
        self.ensure_one()
        homes = {part.id: body for body in self.body_ids for part in body.part_ids}
        rest = self.body_ids.filtered(lambda body: not body.part_ids)[:1]
        homes.setdefault(self.unit_id.id, rest)
        return homes

    def _listed_units(self):
        """The units of whose staff the list is made."""
        units = self.env["dan_chu.unit"].sudo().with_context(active_test=False)
        return units.union(*(top._inside() for top in units.browse(self._homes())))

    def _follow_moves(self, listed, staff):
        """Who has moved to another section, or is on the list of another body."""
        moves = {}
        for row in listed:
            person = staff.get(row.employee_id.id)
            if person and not row.is_guest:
                place = (person["section_id"], person["body_id"])
                if place != (row.section_id.id, row.body_id.id):
                    moves[place] = moves.get(place, listed.browse()) | row
        for (section, body), rows in moves.items():
            rows.write({"section_id": section, "body_id": body})

    def _count_staff(self, staff):
        """The total on which the quorum rests: those taken off the list are in it."""
        self.write({"staff_count": len(staff)})
        for body in self.body_ids:
            count = sum(1 for person in staff.values() if person["body_id"] == body.id)
            if count != body.staff_count:
                body.staff_count = count

    def _left_rows(self):
        rows = self.env["dan_chu.conference.attendee"]
        return rows.browse(rows.sudo().search(self._left_domain()).ids)

    def _left_domain(self):
        """Of the staff when the list was made, and no more."""
        return (
            Domain("conference_id", "in", self._origin.ids)
            & Domain("is_guest", "=", False)
            & Domain("employee_id", "!=", False)
            & (
                Domain("employee_id.active", "=", False)
                | Domain("employee_id.dan_chu_unit_id", "=", False)
                | Domain("employee_id.dan_chu_unit_id", "not in", self._listed_units().ids)
            )
        )

    def _added_in_words(self, new):
        if not new:
            return self.env._("Everybody of the staff is on the list.")
        if len(new) > _NAMED:
            return self.env._("%s people put on the list.", len(new))
        return self.env._("Put on the list: %s.", self._names_of(new))

    def _left_in_words(self, left):
        if not left:
            return ""
        return self.env._("Have left the unit and are still on the list: %s.", self._names_of(left))

    def _without_body_in_words(self):
        if not self.body_ids:
            return ""
        count = self.env["dan_chu.conference.attendee"].search_count(
            [("conference_id", "=", self.id), ("is_guest", "=", False), ("body_id", "=", False)]
        )
        if not count:
            return ""
        return self.env._("On the list of no body, so counted in no quorum: %s people.", count)

    def _names_of(self, rows):
        names = ", ".join(rows[:_NAMED].mapped("name"))
        more = len(rows) - _NAMED
        return (
            self.env._("%(names)s and %(more)s more", names=names, more=more) if more > 0 else names
        )

    def _tell(self, message, is_warning=False):
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {
                "type": "warning" if is_warning else "success",
                "message": message,
                "sticky": is_warning,
                "next": {"type": "ir.actions.client", "tag": "soft_reload"},
            },
        }
