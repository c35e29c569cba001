from itertools import product

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from tests.access.board_matrix import MEMBERS
from tests.access.board_variants import BOARD_VARIANTS
from tests.access.matrix import FOREIGN, PLACELESS, PLACES, read_matrix
from tests.access.rows import Rows
from tests.access.variants import VARIANTS
from tests.boards import BoardCase
from tests.common import ROLES

ACTORS, EXPECTED = read_matrix()
# The places as seen from each of the two institutions the table is tried in. What holds for the
# school is tried again at the department for those who look down, who do have schools below.
HOMES = {
    "school": ("school", "group", "union", "sibling", "department"),
    "department": ("department", "office", "school", "ward", "province"),
}
AT_DEPARTMENT = ("staff", "officer", "head", "super", "lead")
COLUMN = {"repr": "representative", "insp": "inspector", "super": "supervisor"}


# Lines without which a form is refused, and with which it is told of no row, there being none: a
# programme goes to no unit below.
TELLS_OF_NONE = {"plan addressee: inspector": "member"}


class _Undone(Exception):
    pass


class TestMatrix(BoardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users = {
            "school": cls._users_of("school", ACTORS),
            "department": cls._users_of("department", AT_DEPARTMENT),
        }

    @classmethod
    def _users_of(cls, home, columns):
        own, part, _lower, sibling, _upper = (getattr(cls, name) for name in HOMES[home])
        held = {column: [(COLUMN.get(column, column), own)] for column in ACTORS}
        held |= {
            "part": [("officer", part)],
            "two": [("officer", own), ("staff", sibling)],
            "both": [("officer", own)],
            "manager": [],
            "hr": [],
        }
        manager = "dan_chu_co_so.group_manager"
        groups = {"manager": manager, "both": manager, "hr": "hr.group_hr_user"}
        users = cls._members_of(home)
        for column in columns:
            if column in users:
                continue
            roles = held[column]
            group = groups.get(column, "base.group_user")
            users[column] = cls.make_user(f"{column}_{home}", *roles, groups=group)
            if not roles:
                cls.make_employee(column, user_id=users[column].id)
        return users

    @classmethod
    def _members_of(cls, home):
        if home == "department":
            return {"lead": cls.upper_leader}
        return {
            "member": cls.member,
            "lead": cls.leader,
            "beside": cls.sibling_leader,
            "above": cls.upper_leader,
        }

    def setUp(self):
        super().setUp()
        self.rows = Rows(self)
        # Half the time would go into saying whom to ask for the right.
        for model in ("ir.rule", "ir.model.access"):
            self.patch(
                self.registry[model], "_make_access_error", lambda *_, **__: AccessError("refused")
            )

    def test_everybody_may_do_what_the_table_says_and_nothing_else(self):
        for model, home in product(EXPECTED, HOMES):
            with self.subTest(model=model, home=home):
                self._assert_none(self._differences(model, home))

    def test_the_table_knows_every_model_of_the_module(self):
        ours = {
            name
            for name, model in self.registry.items()
            if model._original_module == "dan_chu_co_so" and not model._abstract
        }
        self.assertEqual(ours | FOREIGN, set(EXPECTED), "models of the module and the table")
        self.assertEqual(ours | FOREIGN, set(VARIANTS), "models of the module and rows tried")

    def test_the_table_knows_every_role(self):
        self.assertLessEqual(set(ROLES), {COLUMN.get(column, column) for column in ACTORS})

    def test_who_holds_no_role_today_may_do_nothing(self):
        portal = self.make_user("portal_user", groups="base.group_portal")
        outsiders = (self.ended, self.no_role, portal)
        for user in outsiders:
            self.make_employee(user.login, user_id=user.id)
        for model, user in product(EXPECTED.keys() - FOREIGN, outsiders):
            if (model, user) == ("dan_chu.assignment", portal):
                continue  # There is no such row: a portal user is given no role.
            with self.subTest(model=model, user=user.login):
                self._assert_none(
                    self._differences(model, "school", {user.login: user}, granted={})
                )

    def test_an_organisation_sees_nothing_of_the_unit_it_stands_by(self):
        users = {role: self.make_user(f"union_{role}", (role, self.union)) for role in ROLES}
        # The rows of all others say nothing of a unit, or may be known to everybody.
        kept = (
            "directive",
            "delivery",
            "notice",
            "document",
            "revision",
            "register",
            "plan",
            "target",
            "task",
            "board",
            "inspection",
            "programme",
            "finding",
            "informant",
            "recommendation",
            "petition",
        )
        papers = [
            name
            for name in EXPECTED.keys() - PLACELESS
            if name.startswith(tuple(f"dan_chu.{each}" for each in kept))
        ]
        for model, unit in product(papers, (self.school, self.group)):
            for variant, (role, user) in product(VARIANTS[model], users.items()):
                if (model, variant) == ("dan_chu.petition", "mine"):
                    continue  # What one has handed in oneself one sees wherever one works.
                with self.subTest(model=model, unit=unit.name, variant=variant, role=role):
                    self.assertFalse(self._rights(model, variant, unit, user))

    def test_every_record_rule_is_needed(self):
        """The table would notice if any of them were lost."""
        for rule in self._of_the_module("ir.rule"):
            with self.subTest(rule=rule.name):
                self._assert_missed(rule, rule.model_id.model)

    def test_every_line_of_the_access_list_is_needed(self):
        for line in self._of_the_module("ir.model.access"):
            with self.subTest(line=line.name):
                if line.name in TELLS_OF_NONE:
                    self._assert_asked(line, TELLS_OF_NONE[line.name])
                else:
                    self._assert_missed(line, line.model_id.model)

    def _assert_none(self, differences):
        found = list(differences)
        if found:
            self.fail("\n".join(["The system differs from the table:", *found]))

    def _of_the_module(self, model):
        data = self.env["ir.model.data"].search(
            [("module", "=", "dan_chu_co_so"), ("model", "=", model)]
        )
        records = self.env[model].browse(data.mapped("res_id"))
        self.assertTrue(records)
        return records.filtered(lambda record: record.model_id.model in EXPECTED)

    def _assert_missed(self, guard, model):
        for home, place, variant in product(HOMES, PLACES, VARIANTS[model]):
            unit = self._unit_at(home, place)
            for user in self.users[home].values():
                self.rows.row(model, variant, unit, user)
                self.rows.values(model, variant, unit, user)
        try:
            with self.env.cr.savepoint():
                guard.active = False
                self.assertTrue(
                    any(next(self._differences(model, home), None) for home in HOMES),
                    f"{guard.name}: nothing in the table of {model} depends on it",
                )
                raise _Undone
        except _Undone:
            self.registry.clear_cache()

    def _assert_asked(self, line, column):
        rows = self.as_user(self.env[line.model_id.model], self.users["school"][column])
        self.assertFalse(rows.search([]))
        try:
            with self.env.cr.savepoint():
                line.active = False
                with self.assertRaises(AccessError):
                    rows.search([])
                raise _Undone
        except _Undone:
            self.registry.clear_cache()

    def _unit_at(self, home, place):
        return getattr(self, HOMES[home][PLACES.index(place)])

    def _differences(self, model, home, users=None, granted=None):
        """One line for each cell in which the system does not do what the table says."""
        expected = EXPECTED[model] if granted is None else granted
        for place in PLACES[:1] if model in PLACELESS else PLACES:
            unit = self._unit_at(home, place)
            for variant, (actor, user) in product(
                VARIANTS[model], (users or self.users[home]).items()
            ):
                if actor in MEMBERS and variant not in BOARD_VARIANTS.get(model, ()):
                    continue
                should = expected.get((place, variant), {}).get(actor, "")
                does = self._rights(model, variant, unit, user)
                if set(should) != set(does):
                    yield (
                        f"{model} {place} {variant}: {actor} at {home} should "
                        f"“{should or '-'}”, does “{does or '-'}”"
                    )

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def _rights(self, model, variant, unit, user):
        tried = VARIANTS[model][variant]
        values = self.rows.values(model, variant, unit, user)
        row = self.as_user(self.rows.row(model, variant, unit, user), user)
        may = row.has_access("write"), row.browse().has_access("create"), row.has_access("unlink")
        rights = self._reads(row.with_context(active_test=False))
        rights += self._changes("w", lambda: row.write(tried.change), may[0])
        if tried.is_created:
            rights += self._changes(
                "c", lambda: row.create(values), row.browse().has_access("create")
            )
        return rights + self._changes("u", row.unlink, may[2])

    def _reads(self, row):
        """Searched, counted and read: the three say the same, or `?`."""
        this = [("id", "=", row.id)]
        looks = (lambda: row.search(this), lambda: row.search_count(this), row.read)
        answers = {self._finds(look) for look in looks}
        return {(True,): "r", (False,): ""}.get(tuple(answers), "?")

    def _finds(self, look):
        try:
            return bool(look())
        except AccessError:
            return False

    def _changes(self, letter, operation, is_allowed):
        """The letter if it works, its capital if a guard refuses what access allows."""
        try:
            with self.env.cr.savepoint():
                operation()
                self.env.flush_all()
                raise _Undone
        except _Undone:
            return letter
        except AccessError:
            return ""
        except UserError:
            return letter.upper() if is_allowed else ""
