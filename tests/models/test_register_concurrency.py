"""Many people issue at the same moment, each in a transaction of their own that is committed."""

from contextlib import suppress

from odoo import api
from odoo.service.model import retrying

from benchmarks import numbers, office
from tests.throwaway import ThrowawayDatabase

PEOPLE = 8
PAPERS = 5


class _TakenBackError(Exception):
    """Something failed after the number was taken."""


class _Stumbling(numbers.Crowd):
    """Each paper is issued at the second attempt: the number of the first is free again."""

    def _issue(self, user_id, paper):
        with suppress(_TakenBackError), self.registry.cursor() as cr:
            env = api.Environment(cr, user_id, {})
            notice = env["dan_chu.notice"].browse(paper)
            retrying(lambda: self._take_back(notice), env)
        super()._issue(user_id, paper)

    def _take_back(self, notice):
        notice.action_issue()
        raise _TakenBackError


class TestRegisterConcurrency(ThrowawayDatabase):
    def test_a_register_that_gives_numbers_has_no_gap_and_no_double(self):
        self._check_series(numbers.Crowd, "HS")

    def test_a_number_that_was_taken_back_leaves_no_gap(self):
        self._check_series(_Stumbling, "TL")

    def _check_series(self, crowd, code):
        with self._environment() as env:
            unit = self._school(env, code)
            users, register = office.opened(env, unit, [f"{code} {n}" for n in range(PEOPLE)])
            papers = numbers.drafted(env, unit, users, PAPERS)
            user_ids, register_id = users.ids, register.id
        crowd(self.name, user_ids, papers).issue()
        count = PEOPLE * PAPERS
        with self._environment() as env:
            lines = env["dan_chu.register.line"].search([("register_id", "=", register_id)])
            self.assertEqual(sorted(lines.mapped("number")), list(range(1, count + 1)))
            self.assertEqual(
                sorted(lines.document_id.ids), sorted(self._documents(env, papers).ids)
            )
            self.assertEqual(
                [int(line.document_id.number) for line in lines], lines.mapped("number")
            )
            self.assertEqual(set(lines.document_id.mapped("state")), {"issued"})
            printed = lines.document_id.revision_ids
            self.assertEqual(len(printed), count)
            self.assertEqual(len(set(printed.mapped("reference"))), count)

    def test_the_first_papers_of_a_year_open_the_common_register_once(self):
        with self._environment() as env:
            unit = self._school(env, "SM")
            users, register = office.opened(env, unit, [f"clerk {n}" for n in range(PEOPLE)])
            register.unlink()
            papers = numbers.drafted(env, unit, users, 1)
            for number, notice in enumerate(env["dan_chu.notice"].browse(papers), start=1):
                notice.document_id._move_to("submitted", number=f"{number:02d}")
            user_ids, unit_id = users.ids, unit.id
        numbers.Crowd(self.name, user_ids, papers).issue()
        with self._environment() as env:
            register = env["dan_chu.register"].search([("unit_id", "=", unit_id)])
            self.assertEqual(register.mapped("sort"), ["typed"])
            self.assertEqual(sorted(register.line_ids.mapped("number")), list(range(1, PEOPLE + 1)))

    def _documents(self, env, papers):
        return env["dan_chu.notice"].browse(papers).document_id

    def _school(self, env, code):
        kind = env.ref("dan_chu_co_so.unit_kind_upper_secondary_school")
        return env["dan_chu.unit"].create(
            {"name": f"Trường THPT {code}", "code": code, "kind_id": kind.id}
        )
