from collections import defaultdict

from odoo import fields, models
from odoo.fields import Command, Domain
from odoo.tools import SQL, OrderedSet, ormcache

from ..lib.clock import today
from . import reach_cache
from .assignment import GROUPS

# How far a role sees from the unit it is held in. An officer or a head of an inner part
# stays in it; whoever speaks for, or belongs to, the staff belongs to the whole institution.
PART = SQL(
    "part.institution_id = home.institution_id AND part.parent_path LIKE home.parent_path || '%%'"
)
_INSTITUTION = SQL("part.institution_id = home.institution_id")
_BELOW = SQL(
    "part.institution_id <> home.institution_id AND part.parent_path LIKE home.top_path || '%%'"
)
# What the institutions above have issued is read in those below; an organisation that stands by
# a unit is not below it.
_ABOVE = SQL(
    """
    part.institution_id <> home.institution_id
    AND part.institution_id = ANY(string_to_array(rtrim(home.top_path, '/'), '/')::int[])
    AND NOT EXISTS (
        SELECT FROM dan_chu_unit_kind kind WHERE kind.id = home.top_kind AND kind.is_organisation
    )
    """
)
# Who does something in the house is of the house; who watches it from above is not.
_STAFF = ["staff", "officer", "head", "representative", "inspector"]
_ROLES_OF = {"staff": _STAFF, "above": _STAFF}
_EXTENT = {
    "staff": _INSTITUTION,
    "officer": PART,
    "head": PART,
    "representative": _INSTITUTION,
    "inspector": _INSTITUTION,
    "supervisor": _BELOW,
    "above": _ABOVE,
}


class ResUsers(models.Model):
    _inherit = "res.users"

    dan_chu_assignment_ids = fields.One2many(
        "dan_chu.assignment",
        "user_id",
        string="Roles in units",
        groups="dan_chu_co_so.group_manager",
    )

    def _dan_chu_reach(self, role):
        """Ids of the units in which the user holds the role today, with all it extends to."""
        self.ensure_one()
        return self._dan_chu_reach_on(role, today())

    @ormcache("self.id", "role", "day")
    def _dan_chu_reach_on(self, role, day):
        """One shared set for every rule that names it: a thousand units are kept once.

        Few have more than a handful of roles, many units are compared with each: in this order,
        whatever the planner knows of the tables.
        """
        self.env["dan_chu.assignment"].flush_model()
        self.env["dan_chu.unit"].flush_model(["institution_id", "parent_path"])
        query = SQL(
            """
            WITH home AS MATERIALIZED (
                SELECT DISTINCT unit.institution_id, unit.parent_path,
                       top.parent_path AS top_path, top.kind_id AS top_kind
                  FROM dan_chu_assignment held
                  JOIN dan_chu_unit unit ON unit.id = held.unit_id
                  JOIN dan_chu_unit top ON top.id = unit.institution_id
                 WHERE held.user_id = %(user)s AND held.role = ANY(%(roles)s)
                   AND held.date_from <= %(day)s
                   AND (held.date_to IS NULL OR held.date_to >= %(day)s)
            )
            SELECT DISTINCT part.id
              FROM home
              JOIN dan_chu_unit part ON %(extent)s
             ORDER BY part.id
            """,
            extent=_EXTENT[role],
            user=self.id,
            roles=_ROLES_OF.get(role, [role]),
            day=day,
        )
        reach_cache.tidy_if_late(self.env)
        return OrderedSet(unit_id for (unit_id,) in self.env.execute_query(query))

    def _dan_chu_has_role(self, role, units):
        """Whether the user holds the role in each of the units today."""
        reach = self._dan_chu_reach(role)
        return bool(units) and all(unit_id in reach for unit_id in units.ids)

    def _dan_chu_sync_groups(self):
        """Give each role's group to those who hold it somewhere today; take it from the rest."""
        groups = {role: self.env.ref(xmlid) for role, xmlid in GROUPS.items()}
        all_groups = self.env["res.groups"].union(*groups.values())
        held = dict(
            self.env["dan_chu.assignment"]
            .sudo()
            ._read_group(
                Domain("user_id", "in", self.ids)
                & self.env["dan_chu.assignment"]._in_force_domain(today()),
                ["user_id"],
                ["role:array_agg"],
            )
        )
        same_change = defaultdict(self.browse)
        for user in self.sudo():
            due = self.env["res.groups"].union(*(groups[role] for role in held.get(user, ())))
            has = user.group_ids & all_groups
            if due != has:
                same_change[due - has, has - due] |= user
        for (given, taken), users in same_change.items():
            users.sudo().write(
                {
                    "group_ids": [Command.link(group.id) for group in given]
                    + [Command.unlink(group.id) for group in taken]
                }
            )
        self._dan_chu_leave_what_is_out_of_reach()

    def _dan_chu_leave_what_is_out_of_reach(self):
        """Who may no longer work on a paper follows it no more, and has nothing to do there."""
        users = self.sudo()
        partners = {user.partner_id: user for user in users}
        names = self.env["dan_chu.thread"]._thread_models()
        follows = users.env["mail.followers"].search(
            [("partner_id", "in", users.partner_id.ids), ("res_model", "in", names)]
        )
        unread = users.env["mail.notification"].search(
            [
                ("res_partner_id", "in", users.partner_id.ids),
                ("is_read", "=", False),
                ("mail_message_id.model", "in", names),
            ]
        )
        to_do = users.env["mail.activity"].search(
            [("user_id", "in", users.ids), ("res_model", "in", names)]
        )
        ties = [
            *((row, partners[row.partner_id], row.res_model, row.res_id) for row in follows),
            *((row, row.user_id, row.res_model, row.res_id) for row in to_do),
            *(
                (row, partners[row.res_partner_id], message.model, message.res_id)
                for row in unread
                for message in row.mail_message_id
            ),
        ]
        papers = defaultdict(set)
        for _tie, user, name, paper_id in ties:
            papers[user, name].add(paper_id)
        open_ids = {
            (user, name): set(
                self.env[name].browse(ids).exists().with_user(user)._filtered_access("write").ids
            )
            for (user, name), ids in papers.items()
        }
        for tie, user, name, paper_id in ties:
            if paper_id not in open_ids[user, name]:
                tie.unlink()
