"""Phones that send at the same moment, each in a transaction of its own that is committed."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from time import sleep
from uuid import uuid4

from odoo import api
from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.modules.registry import Registry
from odoo.service.model import retrying
from odoo.tests import new_test_user
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.findings import PNG
from tests.throwaway import ThrowawayDatabase

FINDING = "dan_chu.finding"
PHONES = 6


class TestFindingConcurrency(ThrowawayDatabase):
    def setUp(self):
        with self._environment() as env:
            user, inspection = self._begun(env)
            self.user_id, self.inspection_id = user.id, inspection.id
        self.asked = {
            "client_key": str(uuid4()),
            "inspection_id": self.inspection_id,
            "finding_kind": "strength",
            "text": "Sổ quỹ rõ ràng",
        }

    def _begun(self, env):
        code = uuid4().hex[:6]
        kind = env.ref("dan_chu_co_so.unit_kind_upper_secondary_school")
        unit = env["dan_chu.unit"].create(
            {"name": f"Trường THPT {code}", "code": code, "kind_id": kind.id}
        )
        user = new_test_user(env, code, "base.group_user", tz="Asia/Ho_Chi_Minh")
        person = env["hr.employee"].create(
            {"name": code, "dan_chu_unit_id": unit.id, "user_id": user.id}
        )
        board = env["dan_chu.board"].create(
            {
                "unit_id": unit.id,
                "kind_id": env.ref("dan_chu_co_so.board_kind_inspectorate").id,
                "date_from": today(),
                "elected_on": today(),
                "staff_count": 40,
                "member_ids": [Command.create({"employee_id": person.id, "role": "head"})],
            }
        )
        board.action_recognise(today(), "Quyết định số 09/QĐ-CĐ")
        inspection = env["dan_chu.inspection"].create(
            {"name": "Xác minh", "unit_id": unit.id, "board_id": board.id, "kind": "verify"}
        )
        inspection._put({"state": "under_way"})
        return user, inspection

    def _send(self, model, values, at_once=None):
        with Registry(self.name).cursor() as cr:
            env = api.Environment(cr, self.user_id, {})
            if at_once:
                # The snapshot of each is older than what any of them writes.
                env.user.name  # noqa: B018
                at_once.wait(timeout=60)
            return retrying(lambda: env[model].record_from_phone(values), env)["id"]

    def _all_send(self, model, values):
        at_once = Barrier(PHONES)
        with ThreadPoolExecutor(PHONES) as phones, mute_logger("odoo.sql_db"):
            answers = [phones.submit(self._send, model, values, at_once) for _ in range(PHONES)]
            return {answer.result(timeout=120) for answer in answers}

    def test_sent_many_times_at_once_it_is_one_finding_and_one_photo(self):
        self.assertEqual(len(self._all_send(FINDING, self.asked)), 1)
        photo = {"client_key": self.asked["client_key"], "name": "kho.png", "data": PNG}
        self.assertEqual(len(self._all_send("dan_chu.finding.evidence", photo)), 1)
        with self._environment() as env:
            finding = env[FINDING].search([("inspection_id", "=", self.inspection_id)])
            self.assertEqual(len(finding), 1)
            self.assertEqual(finding.evidence_ids.mapped("name"), ["kho.png"])

    def test_what_is_noted_while_it_is_concluded_is_refused(self):
        with ThreadPoolExecutor(1) as phone, Registry(self.name).cursor() as cr:
            env = api.Environment(cr, api.SUPERUSER_ID, {})
            env["dan_chu.inspection"].browse(self.inspection_id)._put({"state": "concluded"})
            env.flush_all()
            answer = phone.submit(self._send, FINDING, self.asked)
            sleep(2)
            self.assertFalse(answer.done(), "It was noted past the conclusion")
            cr.commit()
            with mute_logger("odoo.sql_db"), self.assertRaisesRegex(UserError, "concluded"):
                answer.result(timeout=60)
