"""Eight desks at the same moment, each in a transaction of its own that is committed."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, time
from functools import partial
from operator import methodcaller
from threading import Barrier
from time import sleep
from uuid import uuid4

from odoo import api, fields
from odoo.exceptions import UserError
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tests import new_test_user
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.throwaway import ThrowawayDatabase

DESKS = 8
STAFF = 96


class TestConferenceCheckInConcurrency(ThrowawayDatabase):
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
            [
                {"name": f"Nguyễn Văn {number}", "dan_chu_unit_id": unit.id}
                for number in range(STAFF)
            ]
        )
        users = [
            new_test_user(env, f"{code}{number}", "base.group_user", tz="Asia/Ho_Chi_Minh")
            for number in range(DESKS)
        ]
        for person, user in zip(people, users, strict=False):
            person.user_id = user
            env["dan_chu.assignment"].create(
                {"user_id": user.id, "role": "staff", "unit_id": unit.id, "date_from": today()}
            )
        conference = env["dan_chu.conference"].create(
            {
                "unit_id": unit.id,
                "name": "Hội nghị viên chức, người lao động",
                "date": today(),
                "starts_at": datetime.combine(today(), time(1)),
                "staff_count": STAFF,
            }
        )
        rows = env["dan_chu.conference.attendee"].create(
            [{"conference_id": conference.id, "employee_id": person.id} for person in people]
        )
        rows[:DESKS]._put({"duty": "clerk"})
        rows[DESKS]._put({"duty": False})
        conference._put({"state": "called"})
        self.conference_id, self.row_ids = conference.id, rows.ids
        self.user_ids = [user.id for user in users]

    def _call(self, desk, method, *args, at_once=None):
        with Registry(self.name).cursor() as cr:
            env = api.Environment(cr, self.user_ids[desk], {})
            if at_once:
                # The snapshot of each is older than what any of them writes.
                env.user.name  # noqa: B018
                at_once.wait(timeout=60)
            conference = env["dan_chu.conference"].browse(self.conference_id)
            return retrying(lambda: getattr(conference, method)(*args), env)

    def _rows(self, env):
        return env["dan_chu.conference.attendee"].browse(self.row_ids)

    def test_each_desk_enters_its_own_people_and_none_is_lost(self):
        def enter(desk):
            return [
                self._call(desk, "check_in", number, {"stage": "present", "seen": "expected"})
                for number in self.row_ids[desk::DESKS]
            ]

        with ThreadPoolExecutor(DESKS) as desks, mute_logger("odoo.sql_db"):
            answers = [one for some in desks.map(enter, range(DESKS)) for one in some]
        self.assertEqual({answer["done"] for answer in answers}, {True})
        with self._environment() as env:
            conference = env["dan_chu.conference"].browse(self.conference_id)
            self.assertEqual(conference.present_count, STAFF)
            self.assertEqual(set(self._rows(env).mapped("status")), {"present"})
            by = self._rows(env).mapped("checked_by_id.id")
            self.assertEqual(set(by), set(self.user_ids))

    def test_eight_desks_on_one_person_are_one_entry_and_seven_are_told(self):
        number, at_once = self.row_ids[-1], Barrier(DESKS)
        asked = {"stage": "present", "seen": "expected"}
        with ThreadPoolExecutor(DESKS) as desks, mute_logger("odoo.sql_db"):
            sent = [
                desks.submit(self._call, desk, "check_in", number, asked, at_once=at_once)
                for desk in range(DESKS)
            ]
            answers = [one.result(timeout=120) for one in sent]
        first = [answer for answer in answers if not answer["message"]]
        self.assertEqual(len(first), 1, "Each of the others is told that it was done already")
        self.assertEqual({answer["row"]["by"] for answer in answers}, {first[0]["row"]["by"]})
        self.assertEqual({answer["present"] for answer in answers}, {1})

    def test_two_desks_that_disagree_are_told_and_the_first_stands(self):
        number, at_once = self.row_ids[-1], Barrier(2)
        with ThreadPoolExecutor(2) as desks, mute_logger("odoo.sql_db"):
            sent = [
                desks.submit(
                    self._call,
                    desk,
                    "check_in",
                    number,
                    {"stage": stage, "seen": "expected", "reason": stage},
                    at_once=at_once,
                )
                for desk, stage in enumerate(("excused", "absent"))
            ]
            answers = [one.result(timeout=120) for one in sent]
        self.assertEqual(sorted(answer["done"] for answer in answers), [False, True])
        won = next(answer for answer in answers if answer["done"])["row"]["stage"]
        with self._environment() as env:
            row = self._rows(env)[-1]
            self.assertEqual((row.status, row.reason), (won, won))

    def test_who_is_entered_while_it_is_closed_is_refused(self):
        with ThreadPoolExecutor(1) as desk, Registry(self.name).cursor() as cr:
            env = api.Environment(cr, api.SUPERUSER_ID, {})
            conference = env["dan_chu.conference"].browse(self.conference_id)
            conference._put({"state": "open", "opened_on": fields.Datetime.now()})
            conference.action_close()
            env.flush_all()
            answer = desk.submit(self._call, 0, "check_in", self.row_ids[-1], {"stage": "present"})
            sleep(2)
            self.assertFalse(answer.done(), "It was entered past the end")
            cr.commit()
            with mute_logger("odoo.sql_db"), self.assertRaisesRegex(UserError, "Closed"):
                answer.result(timeout=60)

    def test_two_chairs_who_close_at_once_close_it_once(self):
        with self._environment() as env:
            self._rows(env)[:2]._put({"duty": "chair"})
            env["dan_chu.conference"].browse(self.conference_id)._put(
                {"state": "open", "opened_on": fields.Datetime.now()}
            )
        at_once = Barrier(2)
        with ThreadPoolExecutor(2) as chairs, mute_logger("odoo.sql_db"):
            sent = [
                chairs.submit(self._call, desk, "action_close", at_once=at_once)
                for desk in range(2)
            ]
            answers = [one.result(timeout=120) for one in sent]
        told = [answer for answer in answers if answer is not True]
        self.assertEqual(len(told), 1)
        self.assertIn("already", told[0]["params"]["message"])
        with self._environment() as env:
            conference = env["dan_chu.conference"].browse(self.conference_id)
            self.assertEqual(conference.state, "closed")
            self.assertEqual(len(conference.message_ids.filtered(lambda m: "Closed" in m.body)), 1)

    def test_a_vote_that_opens_while_it_is_closed_keeps_it_open_or_is_refused(self):
        with self._environment() as env:
            self._rows(env)[:2]._put({"duty": "chair"})
            self._rows(env)._enter({"status": "present"}, "list")
            env["dan_chu.conference"].browse(self.conference_id)._put(
                {"state": "open", "opened_on": fields.Datetime.now(), "is_valid": True}
            )
            vote = env["dan_chu.vote"].create(
                {
                    "conference_id": self.conference_id,
                    "name": "Thông qua chương trình",
                    "matter": "procedure",
                }
            )
            vote_id = vote.id
        with ThreadPoolExecutor(1) as chair, Registry(self.name).cursor() as cr:
            env = api.Environment(cr, self.user_ids[1], {})
            env.user.name  # noqa: B018
            env["dan_chu.vote"].browse(vote_id).action_open()
            env.flush_all()
            answer = chair.submit(self._call, 0, "action_close")
            sleep(2)
            self.assertFalse(answer.done(), "It was closed while a vote was opening")
            cr.commit()
            with mute_logger("odoo.sql_db"), self.assertRaisesRegex(UserError, "while people"):
                answer.result(timeout=60)

    def test_it_is_summoned_again_or_goes_to_all_staff_and_not_both(self):
        with self._environment() as env:
            env["dan_chu.conference"].browse(self.conference_id)._put(
                {
                    "state": "failed",
                    "is_force_majeure": True,
                    "ballot_reason": "Bão",
                    "ballot_agreed_on": today(),
                }
            )
        with Registry(self.name).cursor() as cr, mute_logger("odoo.sql_db"):
            env = api.Environment(cr, api.SUPERUSER_ID, {})
            conference = env["dan_chu.conference"].browse(self.conference_id)
            self.assertEqual(conference.state, "failed")
            with self._environment() as other:
                other["dan_chu.conference"].browse(self.conference_id).action_call_again()
            with self.assertRaisesRegex(UserError, "has been summoned again"):
                retrying(lambda: conference.action_begin_ballot("Quyết định số 45"), env)
            cr.rollback()

    def test_two_who_begin_the_minutes_at_once_begin_one_paper(self):
        with self._environment() as env:
            self._rows(env)._enter({"status": "present"}, "list")
            env["dan_chu.conference"].browse(self.conference_id)._put(
                {"state": "open", "opened_on": fields.Datetime.now(), "is_valid": True}
            )
        for begin in (
            methodcaller("action_new_paper", "minutes"),
            methodcaller("action_new_resolution"),
        ):
            with Registry(self.name).cursor() as cr, mute_logger("odoo.sql_db"):
                env = api.Environment(cr, api.SUPERUSER_ID, {})
                conference = env["dan_chu.conference"].browse(self.conference_id)
                self.assertEqual(conference.state, "open")
                with self._environment() as other:
                    first = begin(other["dan_chu.conference"].browse(self.conference_id))
                second = retrying(partial(begin, conference), env)
                self.assertEqual(second["res_id"], first["res_id"])
