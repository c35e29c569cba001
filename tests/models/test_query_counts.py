"""How many queries, in a tree of a hundred units and in one of ten thousand: the same."""

from dataclasses import replace

from odoo.tests import TransactionCase

from odoo.addons.dan_chu_co_so.lib.clock import today

from benchmarks import world


class QueryCounts:
    test_tags = {"standard", "at_install", "post_install"}
    test_module = "dan_chu_co_so"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        world.make(cls.env, cls.size)
        school = world.unit(cls.env, "D1W1S1")
        department = world.unit(cls.env, "D1")
        cls.users = {}
        for role, unit in (("officer", school), ("staff", school), ("supervisor", department)):
            cls.users[role] = world.add_user(cls.env, f"one {role}")
            world.give(cls.env, cls.users[role], role, unit)
        cls.wide = world.add_user(cls.env, "wide officer")
        institutions = cls.env["dan_chu.unit"].search([("is_institution", "=", True)])
        world.give(cls.env, cls.wide, "officer", institutions)
        cls.env.registry.clear_cache()

    def setUp(self):
        super().setUp()
        self.assertEqual(self.env["dan_chu.unit"].search_count([]), self.size.units)

    def _texts(self, user):
        return self.env(user=user.id)["dan_chu.directive"]

    def test_reach_is_one_query_and_none_when_warm(self):
        for role, user in self.users.items():
            user._dan_chu_reach(role)
            self.env.registry.clear_cache()
            with self.subTest(role=role), self.assertQueryCount(1):
                user._dan_chu_reach(role)
            with self.subTest(role=role, warm=True), self.assertQueryCount(0):
                self.assertTrue(user._dan_chu_reach(role))
                user._dan_chu_has_role(role, self.env["dan_chu.unit"].browse([1, 2, 3]))

    def test_a_page_a_count_and_the_counts_of_units_are_one_query_each(self):
        for user in (self.users["officer"], self.users["staff"], self.wide):
            texts = self._texts(user)
            texts.search_count([])
            with self.subTest(user=user.login), self.assertQueryCount(1):
                self.assertTrue(texts.search_read([], ["name", "state"], limit=80, load=None))
            with self.subTest(user=user.login), self.assertQueryCount(1):
                self.assertTrue(texts.search_count([]))
            with self.subTest(user=user.login), self.assertQueryCount(1):
                self.assertTrue(texts._read_group([], ["unit_id"], ["__count"]))

    def test_head_counts_of_a_page_of_units_are_one_query(self):
        units = self.env["dan_chu.unit"].search([], limit=80)
        units.mapped("name")
        with self.assertQueryCount(1):
            units.mapped("employee_count")

    def test_a_rule_of_the_law_is_looked_up_without_a_query_when_warm(self):
        rule = self.env["dan_chu.rule"]
        unit = world.unit(self.env, "D1W1S1G1")
        rule._value("conference.quorum", unit, today())
        self.env.invalidate_all()
        with self.assertQueryCount(0):
            rule._value("conference.quorum", unit, today())

    def test_a_moved_branch_costs_its_depth_and_not_its_units(self):
        ward = world.unit(self.env, "D1W1")
        target = world.unit(self.env, "D2")
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(12):
            ward.parent_id = target
            self.env.flush_all()
        self.assertTrue(ward.parent_path.startswith(target.parent_path))


class TestQueryCountsOfAHundredUnits(QueryCounts, TransactionCase):
    size = world.SMALL


class TestQueryCountsOfTenThousandUnits(QueryCounts, TransactionCase):
    size = replace(world.FULL, directives=20_000)
