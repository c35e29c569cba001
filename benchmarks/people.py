"""The users whose screens are measured, each with a twin who has the same rights by many2many."""

from dataclasses import dataclass

from . import m2m_way, world


@dataclass(frozen=True)
class Person:
    what: str
    login: str
    roles: tuple
    top: str  # code of a unit
    every_institution: bool = False  # the roles are held in all institutions below it, too

    def units(self, env):
        top = world.unit(env, self.top)
        if not self.every_institution:
            return top
        return env["dan_chu.unit"].search(
            [("is_institution", "=", True), ("id", "child_of", top.id)]
        )

    def of(self, env):
        return env["res.users"].search([("login", "=", self.login)]).ensure_one()

    def twin(self, env):
        return env["res.users"].search([("login", "=", _twin(self.login))]).ensure_one()


STAFF = Person("staff of a school", "staff", ("staff",), "D1W1S1")
OFFICER = Person("officer of a school", "officer", ("officer", "staff"), "D1W1S2")
LARGE = Person("officer of a large institution", "large", ("officer", "staff"), "D2")
WARD = Person("officer in all of a ward", "ward", ("officer",), "D1W1", True)
WIDE = Person("officer in all of a department", "wide", ("officer",), "D1", True)
ALL = (STAFF, OFFICER, LARGE, WARD, WIDE)


def make(env):
    m2m_way.install(env)
    for person in ALL:
        user = world.add_user(env, person.login)
        for role in person.roles:
            world.give(env, user, role, person.units(env))
    env.registry.clear_cache()
    for person in ALL:
        twin = world.add_user(env, _twin(person.login))
        m2m_way.mirror(env, person.of(env), twin, person.roles)


def _twin(login):
    return f"{login} by many2many"
