from datetime import timedelta

from odoo.fields import Command, Date

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.doors import REFUSALS, DoorsCase, Refused
from tests.common import ROLES

MODEL = "dan_chu.assignment"


class TestRoleAttacks(DoorsCase):
    def _values(self, user, role, **values):
        return {
            "user_id": user.id,
            "unit_id": self.school.id,
            "role": role,
            "date_from": Date.to_string(today()),
            **values,
        }

    def test_nobody_but_a_manager_gives_a_role_to_themselves_or_to_others(self):
        for giver in ("staff", "officer", "head", "representative", "ended", "no_role"):
            user = getattr(self, giver)
            for receiver in (user, self.no_role):
                values = self._values(receiver, "officer", unit_id=self.sibling.id)
                self.assert_refused(user, MODEL, "create", vals_list=[values])

    def test_nobody_gives_a_role_by_way_of_the_user(self):
        values = self._values(self.officer, "head", unit_id=self.sibling.id)
        given = {"dan_chu_assignment_ids": [Command.create(values)]}
        for user in (self.staff, self.officer, self.head, self.manager):
            self.assert_refused(user, "res.users", "write", [self.officer.id], vals=given)

    def test_the_roles_of_others_are_not_read_by_way_of_the_user(self):
        for user in (self.staff, self.officer, self.hr_officer):
            self.assert_refused(
                user, "res.users", "read", self.head.ids, fields=["dan_chu_assignment_ids"]
            )

    def test_nobody_but_a_manager_gives_a_role_by_way_of_the_unit(self):
        values = self._values(self.officer, "head")
        given = {"assignment_ids": [Command.create(values)]}
        for user in (self.staff, self.officer, self.head):
            self.assert_refused(user, "dan_chu.unit", "write", [self.school.id], vals=given)
        self.assert_refused(
            self.manager,
            "dan_chu.unit",
            "write",
            [self.school.id],
            vals={"assignment_ids": [Command.create(self._values(self.manager, "head"))]},
        )

    def test_a_manager_gives_themselves_no_role_that_decides_signs_or_speaks_for_others(self):
        for role in ("head", "representative", "inspector"):
            self.assert_refused(
                self.manager, MODEL, "create", vals_list=[self._values(self.manager, role)]
            )

    def test_an_inspector_is_made_by_nobody_by_hand(self):
        values = self._values(self.no_role, "inspector")
        self.assert_refused(self.manager, MODEL, "create", vals_list=[values])

    def test_a_manager_may_be_officer_or_supervisor_and_it_is_written_down(self):
        for role in ("officer", "supervisor"):
            (line,) = self.by_session(
                self.manager,
                MODEL,
                "create",
                vals_list=[self._values(self.manager, role, granted_by_id=self.head.id)],
            )
            line = self.env[MODEL].browse(line)
            self.assertEqual(line.granted_by_id, self.manager)
            self.assertTrue(line.is_self_granted)

    def test_who_gave_and_who_ended_a_role_is_written_by_nobody(self):
        line = self.assign(self.no_role, "officer", self.school)
        for vals in ({"granted_by_id": self.head.id}, {"ended_by_id": self.head.id}):
            self.assert_refused(self.manager, MODEL, "write", [line.id], vals=vals)

    def test_a_role_that_has_begun_changes_neither_holder_nor_place_nor_kind_nor_beginning(self):
        line = self.assign(self.no_role, "officer", self.school)
        yesterday = Date.to_string(today() - timedelta(days=1))
        for vals in (
            {"user_id": self.manager.id},
            {"unit_id": self.sibling.id},
            {"role": "head"},
            {"date_from": yesterday},
        ):
            self.assert_refused(self.manager, MODEL, "write", [line.id], vals=vals)

    def test_a_role_that_has_begun_is_not_deleted(self):
        for line in (
            self.assign(self.no_role, "officer", self.school),
            self.env[MODEL].search([("user_id", "=", self.ended.id)]),
        ):
            self.assert_refused(self.manager, MODEL, "unlink", [line.id])

    def test_a_manager_does_not_prolong_the_own_role_of_head(self):
        ended = self.assign(self.manager, "head", self.school, "2020-01-01", "2020-12-31")
        for date_to in (False, "2099-12-31"):
            self.assert_refused(self.manager, MODEL, "write", [ended.id], vals={"date_to": date_to})

    def test_a_role_of_ones_own_to_come_is_not_turned_into_another(self):
        coming = self.assign(self.manager, "officer", self.school, "2099-01-01")
        for vals in ({"role": "head"}, {"user_id": self.manager.id, "role": "representative"}):
            self.assert_refused(self.manager, MODEL, "write", [coming.id], vals=vals)

    def test_a_group_without_a_role_opens_nothing(self):
        """Whoever manages users may hand out groups; what they reach hangs on the roles."""
        groups = ["user", *(role for role in ROLES if role != "staff")]
        for group in groups:
            self.no_role.group_ids += self.env.ref(f"dan_chu_co_so.group_{group}")
        self.make_directive(self.school, published=True)
        self.assertFalse(self.as_user(self.env["dan_chu.directive"], self.no_role).search([]))

    def test_private_methods_are_called_by_nobody(self):
        directive = self.make_directive(self.school)
        for model, method, ids, arguments in (
            ("dan_chu.directive", "_move_to", [directive.id], {"state": "published"}),
            ("dan_chu.directive", "_deliver_to", [directive.id], {"units": [self.sibling.id]}),
            ("dan_chu.delivery", "_send", None, {"directive": directive.id, "units": []}),
            ("res.users", "_dan_chu_reach", [self.staff.id], {"role": "staff"}),
            ("res.users", "_dan_chu_sync_groups", [self.staff.id], {}),
            ("dan_chu.assignment", "_cron_follow_the_day", None, {}),
            ("dan_chu.assignment", "_apply", [], {}),
            ("dan_chu.unit", "_adopt_department_staff", [self.school.id], {}),
            ("dan_chu.rule", "_value", None, {"code": "x"}),
        ):
            for user in (self.officer, self.manager):
                self.assert_refused(user, model, method, ids, **arguments)

    def test_the_old_door_of_rpc_refuses_the_same(self):
        draft = self.make_directive(self.school)
        password = "mat-khau-cua-can-bo"
        self.staff.password = password
        own = [self._values(self.staff, "officer")]
        self.assertEqual(
            self.by_password(
                self.staff, password, "dan_chu.unit", "read", self.school.ids, ["name"]
            ),
            [{"id": self.school.id, "name": self.school.name}],
        )
        for call in (
            (MODEL, "create", own),
            ("dan_chu.directive", "read", draft.ids, ["name"]),
            ("dan_chu.directive", "_move_to", draft.ids, "published"),
            ("dan_chu.directive", "action_publish", draft.ids),
        ):
            with self.subTest(call=call[:2]), self.assertRaises(Refused) as caught:
                self.by_password(self.staff, password, *call)
            self.assertIn(caught.exception.name, REFUSALS)
