"""Several workers send one plan down at the same moment, each in transactions of its own."""

import threading

from odoo import SUPERUSER_ID, api
from odoo.fields import Command
from odoo.modules.registry import Registry
from odoo.service.model import retrying

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.throwaway import ThrowawayDatabase

UNITS = 120
WORKERS = 4


class TestCascadeConcurrency(ThrowawayDatabase):
    def test_each_unit_is_served_once(self):
        with self._environment() as env:
            plan = self._plan(env)
            self.assertEqual(plan.sent_count, 25)
            plan_id = plan.id
        errors = []
        gate = threading.Barrier(WORKERS)
        threads = [threading.Thread(target=self._send, args=(gate, errors)) for _ in range(WORKERS)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertFalse(errors)
        with self._environment() as env:
            plan = env["dan_chu.plan"].browse(plan_id)
            rows = plan.addressee_ids
            self.assertEqual((plan.sent_count, set(rows.mapped("state"))), (UNITS, {"draft"}))
            self.assertEqual(len(rows.lower_plan_id), UNITS)
            drafts = env["dan_chu.plan"].search([("upper_ids.upper_plan_id", "=", plan_id)])
            self.assertEqual(drafts, rows.lower_plan_id)
            parts = plan.task_ids.child_ids
            self.assertEqual((len(parts), len(parts.addressee_unit_id)), (UNITS, UNITS))
            self.assertEqual(
                env["dan_chu.delivery"].search_count([("document_id", "=", plan.document_id.id)]),
                UNITS,
            )

    def _plan(self, env):
        def unit(name, kind, parent=None):
            kind = env.ref(f"dan_chu_co_so.unit_kind_{kind}").id
            values = {"name": name, "kind_id": kind, "parent_id": parent and parent.id}
            return env["dan_chu.unit"].create(values)

        top = unit("Sở Giáo dục và Đào tạo", "department")
        schools = [unit(f"Trường số {n}", "primary_school", top) for n in range(UNITS)]
        plan = env["dan_chu.plan"].create(
            {
                "unit_id": top.id,
                "title": "Thực hiện dân chủ ở cơ sở",
                "date_from": f"{today().year}-01-01",
                "date_to": f"{today().year}-12-31",
                "section_ids": [Command.create({"text": "NỘI DUNG", "goes_down": True})],
                "signatory_ids": [Command.create({"own_title": "GIÁM ĐỐC", "name": "Lý Văn Sáng"})],
                "addressee_ids": [Command.create({"unit_id": school.id}) for school in schools],
            }
        )
        env["dan_chu.task"].create(
            {"name": "Tổ chức hội nghị", "plan_id": plan.id, "for_addressees": True}
        )
        plan.action_record_paper_issue({"date": today()})
        return plan

    def _send(self, gate, errors):
        gate.wait()
        try:
            # Who finds all rows in the hands of others ends; somebody must come back, as the
            # scheduler does.
            for _ in range(20):
                with Registry(self.name).cursor() as cr:
                    env = api.Environment(cr, SUPERUSER_ID, {})
                    retrying(env["dan_chu.plan"]._cron_send_down, env)
                    if not env["dan_chu.plan.addressee"].search_count([("sent_on", "=", False)]):
                        return
        except Exception as error:  # noqa: BLE001 (told by whoever joins the thread)
            errors.append(error)
