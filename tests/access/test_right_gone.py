"""A right that has ended is gone with the next request, whoever else is at work meanwhile."""

import unittest
from contextlib import contextmanager

from odoo import SUPERUSER_ID, api
from odoo.modules.registry import Registry
from odoo.tests.common import get_db_name

from odoo.addons.dan_chu_co_so.lib.clock import today
from odoo.addons.dan_chu_co_so.models import reach_cache

from tests.access.doors import DoorsCase, Refused

DIRECTIVE = "dan_chu.directive"


class TestRightGone(DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls.make_directive(cls.school)
        cls.role = cls.officer.dan_chu_assignment_ids

    def _looks(self):
        """What the officer, logged in all the time, gets to see of the draft."""
        yield self._name_by(self.by_same_session)
        yield self._name_by(self._by_own_key)
        address = f"/web/content/dan_chu.directive.file/{self.draft.file_ids.id}/data"
        yield self.url_open(address).status_code

    def _name_by(self, door):
        try:
            return door(DIRECTIVE, "read", self.draft.ids, fields=["name"])[0]["name"]
        except Refused as refused:
            return refused.name

    def _by_own_key(self, *arguments, **named):
        return self.by_key(self.officer, *arguments, **named)

    def _assert_gone(self, change):
        self.authenticate(self.officer.login, self.officer.login)
        self.assertEqual(list(self._looks()), [self.draft.name, self.draft.name, 200])
        change()
        self.env.flush_all()
        self.assertEqual(list(self._looks()), ["odoo.exceptions.AccessError"] * 2 + [404])

    def test_when_a_manager_ends_the_role(self):
        self.role.action_end_today()
        self.role = self.assign(self.officer, "officer", self.school, "2020-01-01")
        self._assert_gone(self.role.with_user(self.manager).action_end_today)

    def test_when_a_role_given_by_mistake_is_taken_back_on_the_same_day(self):
        self.assertEqual(self.role.date_from, today())
        self._assert_gone(self.role.with_user(self.manager).action_end_today)
        self.assertEqual(self.role.state, "ended")
        self.assertEqual(self.role.ended_by_id, self.manager)

    def test_when_the_unit_of_the_paper_moves_out_of_reach(self):
        self.draft = self.make_directive(self.group)

        def move():
            self.group.with_user(self.manager).parent_id = self.sibling

        self._assert_gone(move)

    def test_when_the_part_gets_a_head_and_seal_of_its_own(self):
        self.draft = self.make_directive(self.group)

        def set_apart():
            self.group.with_user(self.manager).is_institution = True

        self._assert_gone(set_apart)

    def test_the_groups_and_menus_of_the_role_are_gone_as_well(self):
        self.authenticate(self.officer.login, self.officer.login)
        menu = self.env.ref("dan_chu_co_so.root_menu").id
        self.assertIn(str(menu), self._menus())
        self.role.with_user(self.manager).action_end_today()
        self.env.flush_all()
        self.assertFalse(self.officer.has_group("dan_chu_co_so.group_user"))
        self.assertNotIn(str(menu), self._menus())

    def _menus(self):
        return self.url_open("/web/webclient/load_menus").json()


class TestRaceAtCommit(unittest.TestCase):
    """With transactions of their own, which a test inside one transaction cannot have."""

    def setUp(self):
        self.registry = Registry(get_db_name())
        with self._request() as env:
            kind = env.ref("dan_chu_co_so.unit_kind_primary_school")
            unit = env["dan_chu.unit"].create({"name": "Trường thử đua", "kind_id": kind.id})
            user = env["res.users"].create({"name": "Người đua", "login": "race@example.com"})
            role = env["dan_chu.assignment"].create(
                {"unit_id": unit.id, "user_id": user.id, "role": "officer"}
            )
            self.unit_id, self.user_id, self.role_id = unit.id, user.id, role.id
        # Last of all, for the clean-up commits as well: other tests count queries.
        self.addCleanup(reach_cache._recent_changes.clear)
        self.addCleanup(self._clean_up)

    def _clean_up(self):
        with self._request() as env:
            env.cr.execute("DELETE FROM dan_chu_assignment WHERE id = %s", [self.role_id])
            env.invalidate_all()
            user = env["res.users"].browse(self.user_id)
            partner = user.partner_id
            env["dan_chu.unit"].browse(self.unit_id).unlink()
            user.unlink()
            partner.unlink()

    @contextmanager
    def _request(self):
        with self.registry.cursor() as cr:
            yield api.Environment(cr, SUPERUSER_ID, {})

    def _reach(self, env):
        return list(env["res.users"].browse(self.user_id)._dan_chu_reach("officer"))

    def _end_the_role(self, env):
        env["dan_chu.assignment"].browse(self.role_id).action_end_today()
        env.flush_all()

    def _assert_reach(self, units):
        with self._request() as env:
            self.assertEqual(self._reach(env), units)

    def test_a_request_between_the_change_and_its_commit_keeps_no_old_right_alive(self):
        with self._request() as changing:
            self._end_the_role(changing)
            self._assert_reach([self.unit_id])
        self._assert_reach([])

    def test_a_request_that_began_before_the_commit_and_looks_after_it_keeps_none_either(self):
        with self._request() as late:
            late.cr.execute("SELECT 1")
            with self._request() as changing:
                self._end_the_role(changing)
            self.assertEqual(self._reach(late), [self.unit_id], "it sees what it began with")
        self._assert_reach([])

    def test_a_change_that_is_rolled_back_takes_no_right(self):
        with self.registry.cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            self._end_the_role(env)
            self.assertEqual(self._reach(env), [])
            cr.rollback()
        self._assert_reach([self.unit_id])
