"""What the screens of models need: what a new one begins with, who is told, cards in few queries,
the plan's task that calls for models."""

import base64

from odoo.tests import Form

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.models.test_initiative import InitiativeCase, picture
from tests.tasks import Tasks

_CARD = {
    name: {}
    for name in (
        "name",
        "kind",
        "photo_card",
        "summary",
        "outcome",
        "spread_count",
        "recognised_on",
        "state",
    )
} | {name: {"fields": {"display_name": {}}} for name in ("unit_id", "level_id", "field_id")}
_LINE = _CARD | {"registrant": {}, "movement_id": {"fields": {"display_name": {}}}}


class TestWhatANewOneBeginsWith(InitiativeCase):
    def test_the_running_movement_the_own_unit_and_its_name(self):
        self.make_movement(self.department, date_from="2019-01-01", date_to="2019-12-31")
        form = Form(self.env["dan_chu.initiative"].with_user(self.teacher))
        self.assertEqual(form.movement_id, self.movement)
        self.assertEqual((form.unit_id, form.registrant), (self.group, self.group.name))

    def test_an_example_is_registered_by_its_person_unless_named_by_hand(self):
        person = self.people[0]
        form = Form(self.env["dan_chu.initiative"].with_user(self.officer))
        form.kind = "person"
        form.employee_id = person
        self.assertEqual(form.registrant, person.name)
        form.registrant = "Công đoàn trường"
        form.employee_id = self.people[1]
        self.assertEqual(form.registrant, "Công đoàn trường")

    def test_a_kind_that_the_movement_takes(self):
        examples = self.make_movement(self.department, takes_models=False)
        form = Form(self.env["dan_chu.initiative"].with_user(self.teacher))
        form.movement_id = examples
        self.assertEqual(form.kind, "collective")

    def test_a_strange_photo_is_told_and_taken_out_again(self):
        form = Form(self.env["dan_chu.initiative"].with_user(self.staff))
        with self.assertLogs("odoo.tests.form.onchange", "WARNING") as told:
            form.photo = base64.b64encode(b"khong phai anh")
        self.assertIn("HEIC", told.output[0])
        self.assertFalse(form.photo)
        form.name, form.content = "Giờ học ngoài trời", "Mỗi tháng một giờ."
        form.photo = picture("JPEG")
        self.assertTrue(form.save().photo)

    def test_the_quarter_is_there(self):
        form = Form(self.env["dan_chu.initiative.result"].with_user(self.staff))
        self.assertRegex(form.period, rf"^Quý I?(I|V|II)/{today().year}$")


class TestWhoIsTold(InitiativeCase):
    def waiting(self, row):
        return {activity.user_id for activity in row.sudo().activity_ids}

    def test_officers_then_who_began_it_then_nobody(self):
        row = self.begin()
        self.as_user(row, self.staff).action_register()
        self.assertEqual(self.waiting(row), set(self.school._people("officer")))
        self.as_user(row, self.officer).action_launch()
        self.assertEqual(self.waiting(row), {self.staff})
        self.report(row)
        self.assertFalse(self.waiting(row))
        self.as_user(row, self.head).action_recognise(self.level.id, "QĐ 8", today())
        self.assertEqual(self.waiting(row), {self.staff})

    def test_nobody_is_told_of_the_own_deed(self):
        row = self.begin(user=self.officer)
        self.as_user(row, self.officer).action_register()
        self.assertNotIn(self.officer, self.waiting(row))

    def test_a_withdrawn_one_waits_for_nobody(self):
        row = self.begin()
        self.as_user(row, self.staff).action_register()
        self.as_user(row, self.officer).action_withdraw()
        self.assertFalse(self.waiting(row))

    def test_the_dialog_of_a_result(self):
        row = self.running()
        action = self.as_user(row, self.staff).action_report()
        self.assertEqual(action["context"], {"default_initiative_id": row.id})


class TestCards(InitiativeCase):
    def rows(self, count):
        rows = self.env["dan_chu.initiative"]
        for number in range(count):
            rows |= self.make_initiative(
                self.movement,
                "recognised",
                unit=self.school,
                name=f"Mô hình {number}",
                field_id=self.env.ref("dan_chu_co_so.initiative_field_culture").id,
            )
        rows._put({"level_id": self.level.id})
        results = self.env["dan_chu.initiative.result"].sudo()
        for row in rows:
            results.create({"initiative_id": row.id, "period": "Quý I", "text": "Đạt"})
        self.env.flush_all()
        return rows

    def count(self, rows, specification):
        mine = self.as_user(rows, self.sibling_officer)
        domain = [("id", "in", rows.ids), ("is_public", "=", True)]
        mine.web_search_read(domain, specification, limit=100)
        self.env.invalidate_all()
        before = self.cr.sql_log_count
        found = mine.web_search_read(domain, specification, limit=100)
        self.assertEqual(found["length"], len(rows))
        return self.cr.sql_log_count - before

    def test_ten_or_eighty_cost_the_same_queries(self):
        rows = self.rows(80)
        for name, specification in (("gallery", _CARD), ("list", _LINE)):
            with self.subTest(name):
                few, many = (self.count(part, specification) for part in (rows[:10], rows))
                self.assertEqual(few, many)
                self.assertLessEqual(many, 25)

    def test_movements_count_what_was_registered_in_few_queries(self):
        movements = self.movement
        for number in range(12):
            movements |= self.make_movement(self.department, name=f"Phong trào {number}")
            self.make_initiative(movements[-1:], "registered", unit=self.school)
        self.env.flush_all()
        mine = self.as_user(movements, self.officer)
        mine.read(["initiative_count"])
        self.env.invalidate_all()
        with self.assertQueryCount(__system__=8):
            mine.read(["name", "initiative_count"])


class TestTheTaskThatCallsForModels(Tasks, InitiativeCase):
    def test_begun_from_the_task_and_found_from_it(self):
        mine = self.as_user(self.task(name="Mỗi tổ một mô hình Dân vận khéo"), self.staff)
        self.assertTrue(mine.calls_for_models)
        context = mine.action_begin_initiative()["context"]
        form = Form(self.env["dan_chu.initiative"].with_user(self.staff).with_context(**context))
        form.name, form.content = "Hộp thư góp ý", "Đặt tại sân trường."
        row = form.save()
        self.assertEqual(row.task_id, mine)
        mine.invalidate_recordset()
        self.assertEqual(mine.initiative_count, 1)
        self.assertEqual(row.search(mine.action_open_initiatives()["domain"]), row)
        row.action_withdraw()
        mine.invalidate_recordset()
        self.assertEqual(mine.initiative_count, 0)

    def test_any_other_task_calls_for_none(self):
        self.assertFalse(self.as_user(self.task(), self.staff).calls_for_models)

    def test_the_plan_of_a_movement_says_in_which(self):
        plan = self.make_plan(self.school)
        here = self.make_movement(self.school, plan_id=plan.id, date_from="2020-01-01")
        mine = self.as_user(self.task(name="Thi đua", plan_id=plan.id), self.officer)
        self.assertTrue(mine.calls_for_models)
        context = mine.action_begin_initiative()["context"]
        self.assertEqual(context["default_movement_id"], here.id)
