"""Two people at one list at the same moment, each in a transaction of its own that is committed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import uuid4

from odoo import SUPERUSER_ID, api
from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tests import new_test_user
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.throwaway import ThrowawayDatabase

STAFF = 12


class TestCommendationConcurrency(ThrowawayDatabase):
    def setUp(self):
        with self._environment() as env:
            self._make(env)

    def _make(self, env):
        code = uuid4().hex[:6]
        kind = env.ref("dan_chu_co_so.unit_kind_upper_secondary_school")
        unit = env["dan_chu.unit"].create(
            {"name": f"Trường THPT {code}", "code": code, "kind_id": kind.id}
        )
        people = env["hr.employee"].create(
            [{"name": f"Nguyễn {n}", "dan_chu_unit_id": unit.id} for n in range(STAFF)]
        )
        roles = ("officer", "officer", "head", "head")
        users = [
            new_test_user(env, f"{code}{n}", "base.group_user", tz="Asia/Ho_Chi_Minh")
            for n in range(len(roles))
        ]
        for user, role in zip(users, roles, strict=True):
            env["dan_chu.assignment"].create(
                {"user_id": user.id, "role": role, "unit_id": unit.id, "date_from": today()}
            )
        award = env["dan_chu.award"].create({"code": f"thu_{code}", "name": "Lao động thử"})
        held = env["dan_chu.commendation.round"].create(
            {
                "unit_id": unit.id,
                "name": "Xét thi đua",
                "award_ids": [Command.set(award.ids)],
                "participant_ids": [Command.create({"unit_id": unit.id})],
            }
        )
        held._put({"state": "open"})
        self.held, self.award, self.unit = held.id, award.id, unit.id
        self.people, self.users = people.ids, [user.id for user in users]

    def _seat_council(self, env):
        board = env["dan_chu.board"].create(
            {
                "unit_id": self.unit,
                "kind_id": env.ref("dan_chu_co_so.board_kind_emulation").id,
                "date_from": today(),
            }
        )
        board._put({"state": "active", "recognised_on": today()})

    def _nominate(self, env, state):
        rows = env["dan_chu.commendation"].create(
            [
                {
                    "round_id": self.held,
                    "unit_id": self.unit,
                    "award_id": self.award,
                    "employee_id": person,
                }
                for person in self.people
            ]
        )
        rows._put({"state": state})
        return rows

    def _call(self, user, model, ids, method, *args, at_once=None):
        """What is answered, be it a refusal."""
        with Registry(self.name).cursor() as cr:
            env = api.Environment(cr, self.users[user], {})
            if at_once:
                # The snapshot of each is older than what any of them writes.
                env.user.name  # noqa: B018
                at_once.wait(timeout=60)
            rows = env[model].browse(ids)
            try:
                return retrying(lambda: getattr(rows, method)(*args), env)
            except (UserError, ValidationError) as error:
                return str(error)

    def _both(self, users, model, ids, method, *args):
        at_once = Barrier(2)
        with ThreadPoolExecutor(2) as pair, mute_logger("odoo.sql_db", "odoo.service.model"):
            sent = [
                pair.submit(self._call, user, model, ids, method, *args, at_once=at_once)
                for user in users
            ]
            return [one.result(timeout=120) for one in sent]

    def test_two_officers_who_add_all_the_staff_make_no_doubles(self):
        self._both(
            (0, 1),
            "dan_chu.commendation.round",
            self.held,
            "action_nominate_all",
            self.award,
            self.unit,
        )
        with self._environment() as env:
            rows = env["dan_chu.commendation"].search([("round_id", "=", self.held)])
            self.assertEqual(sorted(rows.employee_id.ids), sorted(self.people))
            self.assertEqual(len(rows), STAFF)

    def test_two_officers_who_put_the_round_before_the_council_make_one_session(self):
        with self._environment() as env:
            self._seat_council(env)
            self._nominate(env, "checked")
        answers = self._both((0, 1), "dan_chu.commendation.round", self.held, "action_council")
        with self._environment() as env:
            session = env["dan_chu.council.session"].search([("round_id", "=", self.held)])
            self.assertEqual([answer["res_id"] for answer in answers], [session.id] * 2, answers)
            self.assertEqual(session.line_count, STAFF)

    def test_what_two_put_before_a_session_at_once_is_in_it_once(self):
        with self._environment() as env:
            self._seat_council(env)
            ids = self._nominate(env, "checked").ids
            opened = env["dan_chu.council.session"].create({"round_id": self.held})
        for call in (
            ("dan_chu.commendation", ids, "action_council"),
            ("dan_chu.council.session", opened.id, "action_take_in"),
        ):
            with self.subTest(call[2]):
                answers = self._both((0, 1), *call)
                self.assertFalse([answer for answer in answers if isinstance(answer, str)])
                with self._environment() as env:
                    session = env["dan_chu.council.session"].search([("round_id", "=", self.held)])
                    self.assertEqual(session, opened.with_env(env))
                    self.assertEqual(session.line_count, STAFF)
                    session.line_ids.action_take_off()

    def test_two_heads_decide_once(self):
        with self._environment() as env:
            ids = self._nominate(env, "passed").ids
        answers = self._both(
            (2, 3), "dan_chu.commendation", ids, "action_decide", today(), "Quyết định số 1"
        )
        self.assertEqual([answer is True for answer in answers].count(True), 1, answers)
        with self._environment() as env:
            rows = env["dan_chu.commendation"].browse(ids)
            self.assertEqual(set(rows.mapped("state")), {"awarded"})
            self.assertEqual(len(rows.honour_ids), STAFF)

    def test_what_is_handed_in_while_the_round_closes_is_in_or_refused(self):
        with self._environment() as env:
            ids = self._nominate(env, "draft").ids
        with ThreadPoolExecutor(1) as other, Registry(self.name).cursor() as cr:
            env = api.Environment(cr, SUPERUSER_ID, {})
            env["dan_chu.commendation.round"].browse(self.held).action_close_nominations()
            env.flush_all()
            waiting = other.submit(self._call, 0, "dan_chu.commendation", ids, "action_submit")
            with self.assertRaises(TimeoutError):
                waiting.result(timeout=2)
            cr.commit()
            with mute_logger("odoo.sql_db", "odoo.service.model"):
                self.assertIsInstance(waiting.result(timeout=120), str)
        with self._environment() as env:
            rows = env["dan_chu.commendation"].browse(ids)
            self.assertEqual(set(rows.mapped("state")), {"draft"})
