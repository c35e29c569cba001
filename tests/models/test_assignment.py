from datetime import date, timedelta

from freezegun import freeze_time

from odoo.exceptions import AccessError, UserError, ValidationError

from odoo.addons.dan_chu_co_so.lib.clock import today
from odoo.addons.dan_chu_co_so.models.assignment import GROUPS

from tests.common import DanChuCase

DAY = timedelta(days=1)


class TestGroupsFollow(DanChuCase):
    def _has(self, user, role):
        return user.has_group(GROUPS[role])

    def test_a_role_brings_its_group_and_the_last_one_takes_it_away(self):
        user = self.make_user("newcomer")
        self.assertFalse(self._has(user, "officer"))
        lines = self.assign(user, "officer", self.school, today() - DAY)
        lines += self.assign(user, "officer", self.sibling, today() - DAY)
        self.assertTrue(self._has(user, "officer"))
        lines[0].action_end_today()
        self.assertTrue(self._has(user, "officer"))
        lines[1].action_end_today()
        self.assertFalse(self._has(user, "officer"))

    def test_a_role_that_begins_tomorrow_brings_nothing_today(self):
        user = self.make_user("newcomer")
        self.assign(user, "head", self.school, today() + DAY)
        self.assertFalse(self._has(user, "head"))
        self.assertFalse(user._dan_chu_reach("head"))

    def test_a_role_taken_back_before_it_began_leaves_nothing(self):
        user = self.make_user("newcomer")
        self.assign(user, "officer", self.school, today() + DAY).unlink()
        self.assertFalse(user.sudo().dan_chu_assignment_ids)

    def test_rights_begin_and_end_at_midnight_in_viet_nam_without_any_cron(self):
        user = self.make_user("newcomer")
        self.assign(user, "officer", self.school, "2026-03-10", "2026-03-11")
        for moment, reaches in (
            ("2026-03-09 16:59:00", False),
            ("2026-03-09 17:01:00", True),
            ("2026-03-11 16:59:00", True),
            ("2026-03-11 17:01:00", False),
        ):
            with self.subTest(moment), freeze_time(moment):
                self.assertEqual(user._dan_chu_has_role("officer", self.school), reaches)

    def test_a_cached_rule_ends_with_the_day(self):
        user = self.make_user("newcomer")
        directive = self.make_directive(self.school)
        self.assign(user, "officer", self.school, "2026-03-10", "2026-03-11")
        with freeze_time("2026-03-11 05:00:00"):
            user._dan_chu_sync_groups()
            self.assertTrue(self.as_user(directive, user).has_access("write"))
        with freeze_time("2026-03-11 17:01:00"):
            self.assertFalse(self.as_user(directive, user).has_access("write"))

    def test_the_cron_lets_groups_follow_the_day(self):
        user = self.make_user("newcomer")
        with freeze_time("2026-03-09 05:00:00"):
            self.assign(user, "officer", self.school, "2026-03-10", "2026-03-11")
            self.assertFalse(self._has(user, "officer"))
        cron = self.env.ref("dan_chu_co_so.assignment_cron")
        for moment, held in (("2026-03-09 17:05:00", True), ("2026-03-11 17:05:00", False)):
            with self.subTest(moment), freeze_time(moment):
                cron.ir_actions_server_id.run()
                self.assertEqual(self._has(user, "officer"), held)

    def test_the_cron_runs_when_the_day_changes_in_viet_nam(self):
        nextcall = self.env.ref("dan_chu_co_so.assignment_cron").nextcall
        self.assertEqual((nextcall.hour, nextcall.minute), (17, 5))


class TestReach(DanChuCase):
    def _reach(self, user, role):
        return self.env["dan_chu.unit"].browse(user._dan_chu_reach(role))

    def test_officer_and_head_reach_the_part_they_hold(self):
        user = self.make_user("of_the_group", ("officer", self.group), ("head", self.group))
        for role in ("officer", "head"):
            self.assertEqual(self._reach(user, role), self.group | self.subgroup)

    def test_staff_representative_and_inspector_reach_the_whole_institution(self):
        inside = self.school | self.group | self.subgroup | self.other_group
        for role in ("staff", "representative", "inspector"):
            user = self.make_user(f"{role}_of_the_group", (role, self.group))
            self.assertEqual(self._reach(user, role), inside)

    def test_who_does_something_in_the_house_is_of_its_staff(self):
        inside = self.school | self.group | self.subgroup | self.other_group
        for role in ("officer", "head", "representative", "inspector"):
            user = self.make_user(f"{role}_of_the_group", (role, self.group))
            self.assertEqual(self._reach(user, "staff"), inside)
        self.assertFalse(self._reach(self.upper_supervisor, "staff"))

    def test_a_supervisor_reaches_what_is_below_and_not_the_own_house(self):
        user = self.make_user("watching", ("supervisor", self.office))
        below = self.school | self.group | self.subgroup | self.other_group
        self.assertEqual(self._reach(user, "supervisor"), below | self.union | self.sibling)

    def test_a_superior_for_the_profession_reaches_nothing(self):
        self.assertEqual(self.ward_school.professional_superior_id, self.department)
        for user, role in ((self.upper_officer, "officer"), (self.upper_supervisor, "supervisor")):
            self.assertNotIn(self.ward_school.id, user._dan_chu_reach(role))

    def test_an_organisation_reaches_itself_only(self):
        user = self.make_user("of_the_union", ("staff", self.union), ("officer", self.union))
        self.assertEqual(self._reach(user, "staff") | self._reach(user, "officer"), self.union)

    def test_each_role_reaches_apart(self):
        self.assertIn(self.school.id, self.two_roles._dan_chu_reach("officer"))
        self.assertNotIn(self.sibling.id, self.two_roles._dan_chu_reach("officer"))
        self.assertIn(self.sibling.id, self.two_roles._dan_chu_reach("staff"))

    def test_no_unit_is_reached_by_no_unit(self):
        self.assertFalse(self.officer._dan_chu_has_role("officer", self.env["dan_chu.unit"]))
        self.assertFalse(
            self.officer._dan_chu_has_role("officer", self.school | self.sibling),
            "all of the units are asked for",
        )

    def test_rules_share_one_set(self):
        reach = self.officer._dan_chu_reach("officer")
        self.assertIs(self.officer._dan_chu_reach("officer"), reach)

    def test_a_unit_made_below_is_reached_at_once(self):
        self.officer._dan_chu_reach("officer")
        made = self.make_unit("Tổ Thể dục", "professional_group", self.school)
        self.assertIn(made.id, self.officer._dan_chu_reach("officer"))


class TestWhoGives(DanChuCase):
    def _give(self, by, user, role, **values):
        return (
            self.env["dan_chu.assignment"]
            .with_user(by)
            .create({"user_id": user.id, "role": role, "unit_id": self.school.id, **values})
        )

    def test_a_manager_gives_roles_to_others_and_the_line_keeps_who(self):
        line = self._give(self.manager, self.no_role, "head")
        self.assertEqual(line.granted_by_id, self.manager)
        self.assertFalse(line.is_self_granted)
        line.date_to = today()
        self.assertEqual(line.ended_by_id, self.manager)

    def test_a_manager_may_be_officer_or_supervisor_by_own_hand_and_it_shows(self):
        for role in ("officer", "supervisor", "staff"):
            self.assertTrue(self._give(self.manager, self.manager, role).is_self_granted)

    def test_nobody_makes_themselves_head_or_speaks_for_others_by_own_hand(self):
        for role in ("head", "representative", "inspector"):
            with self.subTest(role), self.assertRaises(AccessError):
                self._give(self.manager, self.manager, role)

    def test_an_inspector_is_made_by_nobody_s_hand(self):
        with self.assertRaises(AccessError):
            self._give(self.manager, self.no_role, "inspector")

    def test_an_own_role_of_head_may_be_shortened_and_never_prolonged(self):
        line = self.assign(self.manager, "head", self.school, today() - DAY, today() + DAY)
        own = line.with_user(self.manager)
        own.date_to = today()
        with self.assertRaises(AccessError):
            own.date_to = today() + 9 * DAY
        with self.assertRaises(AccessError):
            own.date_to = False

    def test_a_head_does_not_move_units_under_the_own_seat(self):
        self.assign(self.manager, "head", self.group)
        with self.assertRaises(AccessError):
            self.other_group.with_user(self.manager).parent_id = self.group
        self.subgroup.with_user(self.manager).parent_id = self.school
        another = self.make_user("another_manager", groups="dan_chu_co_so.group_manager")
        self.other_group.with_user(another).parent_id = self.group
        self.assertIn(self.other_group.id, self.manager._dan_chu_reach("head"))

    def test_a_head_does_not_make_an_institution_a_part_of_the_own_house(self):
        self.assign(self.manager, "head", self.department)
        with self.assertRaises(AccessError):
            self.school.with_user(self.manager).is_institution = False

    def test_what_has_begun_stays_on_record(self):
        line = self.assign(self.no_role, "officer", self.school, today() - DAY)
        for values in (
            {"unit_id": self.sibling.id},
            {"user_id": self.staff.id},
            {"role": "head"},
            {"date_from": date(2020, 1, 1)},
        ):
            with self.subTest(values), self.assertRaises(UserError):
                line.with_user(self.manager).write(values)
        with self.assertRaises(UserError):
            line.with_user(self.manager).unlink()

    def test_who_gave_and_who_ended_is_not_written_by_anybody(self):
        line = self._give(self.manager, self.no_role, "officer", granted_by_id=self.staff.id)
        self.assertEqual(line.granted_by_id, self.manager)
        with self.assertRaises(AccessError):
            line.granted_by_id = self.staff
        with self.assertRaises(AccessError):
            line.ended_by_id = self.staff

    def test_a_role_is_held_once_at_a_time(self):
        self.assign(self.no_role, "officer", self.school, "2026-01-01", "2026-06-30")
        self.assign(self.no_role, "officer", self.school, "2026-07-01")
        with self.assertRaisesRegex(ValidationError, "already held"):
            self.assign(self.no_role, "officer", self.school, "2026-06-30", "2026-06-30")

    def test_a_portal_user_holds_no_role(self):
        outsider = self.make_user("parent", groups="base.group_portal")
        with self.assertRaisesRegex(ValidationError, "portal"):
            self.assign(outsider, "staff", self.school)
