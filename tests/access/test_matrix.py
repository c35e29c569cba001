from itertools import product

from odoo.exceptions import AccessError

from tests.access.board_matrix import MEMBERS
from tests.access.board_variants import BOARD_VARIANTS
from tests.access.matrix import FOREIGN, PLACELESS, PLACES, read_matrix
from tests.access.rows import Rows
from tests.access.trial import Trial, Undone
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
# Whoever is invited to a conference reads that they are, and what they said, wherever they are
# from; and the own vote, what they were given themselves, what is in the gallery.
OF_ONES_OWN = {
    ("dan_chu.conference.attendee", "mine"),
    ("dan_chu.conference.attendee", "my_open"),
    ("dan_chu.conference.opinion", "mine"),
    ("dan_chu.petition", "mine"),
    ("dan_chu.commendation.ballot", "mine"),
    ("dan_chu.honour", "mine"),
    ("dan_chu.initiative", "public"),
    ("dan_chu.initiative.result", "public"),
}
COLUMN = {"repr": "representative", "insp": "inspector", "super": "supervisor"}


# Lines without which a form is refused, and with which it is told of no row, there being none: a
# programme goes to no unit below.
TELLS_OF_NONE = {"plan addressee: inspector": "member"}


class TestMatrix(BoardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.users = {
            "school": cls._users_of("school", ACTORS),
            "department": cls._users_of("department", AT_DEPARTMENT),
        }
        cls.rows = Rows(cls)
        cls._make_rows()

    @classmethod
    def _make_rows(cls):
        """Once for all tests; what is asked for by one of them alone is made for it."""
        for (home, users), place in product(cls.users.items(), PLACES):
            unit = cls._unit_at(home, place)
            for model, variants in VARIANTS.items():
                for name, variant in variants.items():
                    mine = users.values() if variant.is_personal else list(users.values())[:1]
                    for user in mine:
                        cls.rows.row(model, name, unit, user)
                        cls.rows.values(model, name, unit, user)
        cls.env.flush_all()
        # The statistics are those of an empty database, and no other transaction sees these rows:
        # what is planned for one employee can take minutes for hundreds.
        cls.env.cr.execute("ANALYZE")

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
        self.rows.begin_test(self)
        self.trial = Trial(self.rows)
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
            "conference",
            "vote",
            "movement",
            "initiative",
            "criteria",
            "commendation",
            "council",
            "honour",
            "discipline",
            "certificate",
        )
        papers = [
            name
            for name in EXPECTED.keys() - PLACELESS
            if name.startswith(tuple(f"dan_chu.{each}" for each in kept))
        ]
        for model, unit in product(papers, (self.school, self.group)):
            cells = {
                variant: (variant, unit)
                for variant in VARIANTS[model]
                if (model, variant) not in OF_ONES_OWN
            }
            for role, user in users.items():
                for variant, letters in self.trial.rights(model, cells, user).items():
                    with self.subTest(model=model, unit=unit.name, variant=variant, role=role):
                        self.assertFalse(letters)

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
        try:
            with self.env.cr.savepoint():
                guard.active = False
                self.assertTrue(
                    self._is_missed(guard, model),
                    f"{guard.name}: nothing in the table of {model} depends on it",
                )
                raise Undone
        except Undone:
            self.registry.clear_cache()

    def _assert_asked(self, line, column):
        rows = self.as_user(self.env[line.model_id.model], self.users["school"][column])
        self.assertFalse(rows.search([]))
        try:
            with self.env.cr.savepoint():
                line.active = False
                with self.assertRaises(AccessError):
                    rows.search([])
                raise Undone
        except Undone:
            self.registry.clear_cache()

    def _is_missed(self, guard, model):
        """By those in its groups, whose rights alone it is about: by what access itself says, as
        soon as one cell bears it out; if by nothing of that, then by all that is tried."""
        groups = guard.groups if guard._name == "ir.rule" else guard.group_id
        users = {
            home: {
                actor: user
                for actor, user in users.items()
                if not groups or user.all_group_ids & groups
            }
            for home, users in self.users.items()
        }
        cells = {home: self._cells(model, home) for home in HOMES}
        for home, users_there in users.items():
            for actor, user in users_there.items():
                for cell in self._suspected(model, home, actor, user):
                    one = {cell: cells[home][cell]}
                    if any(self._differences(model, home, {actor: user}, cells=one)):
                        return True
        return any(any(self._differences(model, home, users[home])) for home in HOMES)

    def _suspected(self, model, home, actor, user):
        cells = self._cells(model, home, actor)
        for cell, may in self.trial.access(model, cells, user).items():
            should = EXPECTED[model].get(cell, {}).get(actor, "").lower()
            if set(should) - set(may) or set(may) - set(should) - {"c"}:
                yield cell

    @classmethod
    def _unit_at(cls, home, place):
        return getattr(cls, HOMES[home][PLACES.index(place)])

    def _cells(self, model, home, actor=None):
        """{(place, variant): (variant, unit)} of the rows the actor tries."""
        variants = BOARD_VARIANTS.get(model, ()) if actor in MEMBERS else VARIANTS[model]
        places = PLACES[:1] if model in PLACELESS else PLACES
        return {
            (place, variant): (variant, self._unit_at(home, place))
            for place, variant in product(places, variants)
        }

    def _differences(self, model, home, users=None, granted=None, cells=None):
        """One line for each cell in which the system does not do what the table says."""
        expected = EXPECTED[model] if granted is None else granted
        for actor, user in (self.users[home] if users is None else users).items():
            asked = cells or self._cells(model, home, actor)
            for (place, variant), does in self.trial.rights(model, asked, user).items():
                should = expected.get((place, variant), {}).get(actor, "")
                if set(should) != set(does):
                    yield (
                        f"{model} {place} {variant}: {actor} at {home} should "
                        f"“{should or '-'}”, does “{does or '-'}”"
                    )
