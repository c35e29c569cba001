import base64
from datetime import date, timedelta
from io import BytesIO

import psycopg2
from PIL import Image

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.fields import Command
from odoo.tests import Form
from odoo.tools import mute_logger

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.commendations import CommendationCase


def picture(kind="PNG", size=(40, 30)):
    stream = BytesIO()
    Image.new("RGB", size, "#2e7d6b").save(stream, kind)
    return base64.b64encode(stream.getvalue())


class InitiativeCase(CommendationCase):
    def setUp(self):
        super().setUp()
        self.movement = self.make_movement(self.department)
        self.level = self.env.ref("dan_chu_co_so.initiative_level_commune")

    def begin(self, user=None, **values):
        values = {
            "movement_id": self.movement.id,
            "unit_id": self.school.id,
            "name": "Tủ sách lớp học",
            "registrant": "Tổ Ngữ văn",
            "content": "Mỗi lớp một tủ sách.",
            **values,
        }
        initiatives = self.env["dan_chu.initiative"].with_user(user or self.staff)
        return initiatives.create(values).sudo()

    def running(self, **values):
        row = self.begin(**values)
        self.as_user(row, self.staff).action_register()
        self.as_user(row, self.officer).action_launch()
        self.as_user(row, self.officer).action_start()
        return row

    def report(self, row, user=None, **values):
        return (
            self.env["dan_chu.initiative.result"]
            .with_user(user or self.staff)
            .create(
                {
                    "initiative_id": row.id,
                    "period": "Quý III/2026",
                    "text": "38/38 lớp có tủ sách.",
                    **values,
                }
            )
        )


class TestTheLifeOfAModel(InitiativeCase):
    def test_three_things_are_enough_to_register(self):
        row = self.begin()
        self.as_user(row, self.staff).action_register()
        self.assertEqual((row.state, row.registered_on), ("registered", today()))

    def test_blank_words_do_not_register(self):
        row = self.begin(content="  ")
        with self.assertRaisesRegex(UserError, "content and way"):
            self.as_user(row, self.staff).action_register()

    def test_who_has_left_is_no_example(self):
        gone = self.make_employee("Người đã nghỉ", self.school)
        row = self.begin(kind="person", employee_id=gone.id)
        gone.active = False
        with self.assertRaisesRegex(UserError, "has left"):
            self.as_user(row, self.staff).action_register()

    def test_from_registered_to_ended(self):
        row = self.running()
        self.assertEqual(row.state, "running")
        self.as_user(row, self.head).action_recognise(self.level.id, "QĐ số 5", today())
        self.assertEqual((row.state, row.level_id), ("recognised", self.level))
        self.as_user(row, self.officer).action_end("Đã thành nền nếp")
        self.assertEqual((row.state, row.ended_on), ("ended", today()))
        self.assertTrue(row.is_public)

    def test_staff_do_not_launch_recognise_or_end(self):
        row = self.begin()
        mine = self.as_user(row, self.staff)
        mine.action_register()
        for act in (mine.action_launch, mine.action_share, mine.action_withdraw):
            with self.assertRaises(AccessError):
                act()
        row._put({"state": "running"})
        with self.assertRaises(AccessError):
            self.as_user(row, self.staff).action_recognise(self.level.id, "QĐ", today())
        with self.assertRaises(AccessError):
            self.as_user(row, self.staff).action_end("x")

    def test_what_is_behind_buttons_is_not_written(self):
        row = self.begin()
        for name, value in {"state": "recognised", "is_shared": True, "origin_id": row.id}.items():
            with self.assertRaisesRegex(UserError, "by its buttons"):
                self.as_user(row, self.staff).write({name: value})
        made = self.begin(state="recognised", recognised_on="2026-01-01", is_shared=True)
        self.assertEqual((made.state, made.recognised_on, made.is_public), ("draft", False, False))

    def test_the_form_rests_once_launched_but_the_card_is_kept_up(self):
        row = self.running()
        mine = self.as_user(row, self.officer)
        with self.assertRaisesRegex(UserError, "this is done while"):
            mine.content = "Khác"
        mine.write({"summary": "Hai dòng", "photo": picture()})
        with self.assertRaises(AccessError):
            self.as_user(row, self.staff).summary = "Của tôi"

    def test_a_level_that_is_gone_recognises_nobody(self):
        row = self.running()
        district = self.env.ref("dan_chu_co_so.initiative_level_district")
        mine = self.as_user(row, self.officer)
        with self.assertRaisesRegex(UserError, "choose the level that decided"):
            mine.action_recognise(district.id, "QĐ 1", date(2025, 7, 1))
        mine.action_recognise(district.id, "QĐ 1", date(2025, 6, 30))
        self.assertEqual(row.level_id, district)

    def test_recognised_by_a_paper_and_not_tomorrow(self):
        mine = self.as_user(self.running(), self.officer)
        with self.assertRaisesRegex(UserError, "the paper it rests on"):
            mine.action_recognise(self.level.id, " ", today())
        with self.assertRaisesRegex(UserError, "still to come"):
            mine.action_recognise(self.level.id, "QĐ 2", today() + timedelta(days=1))
        self.assertEqual(mine.action_recognise()["res_model"], "dan_chu.initiative.recognise")

    def test_who_holds_the_movement_recognises_but_writes_nothing(self):
        row = self.running()
        above = self.as_user(row, self.upper_officer)
        with self.assertRaises(AccessError):
            above.action_end("x")
        with self.assertRaises(AccessError):
            above.write({"summary": "x"})
        above.action_recognise(self.level.id, "QĐ 3", today())
        self.assertEqual(row.state, "recognised")
        with self.assertRaises(AccessError):
            self.as_user(row, self.sibling_officer).action_recognise(self.level.id, "QĐ", today())

    def test_nobody_recognises_the_own_example(self):
        row = self.running(kind="person", employee_id=self.officer.employee_id.id)
        with self.assertRaisesRegex(UserError, "about yourself"):
            self.as_user(row, self.officer).action_recognise(self.level.id, "QĐ 4", today())
        with self.assertRaisesRegex(UserError, "about yourself"):
            self.as_user(row, self.officer).action_judge("unit")
        self.as_user(row, self.head).action_recognise(self.level.id, "QĐ 4", today())

    def test_a_movement_takes_what_it_says(self):
        self.movement.takes_persons = False
        with self.assertRaisesRegex(ValidationError, "does not take"):
            self.begin(kind="person")

    def test_a_movement_with_models_stays_with_its_unit(self):
        mine = self.make_movement(self.group)
        self.begin(movement_id=mine.id, unit_id=self.group.id, user=self.nominator)
        movement = mine.with_user(self.officer)
        movement.write({"unit_id": self.group.id, "slogan": "Khéo"})
        with self.assertRaisesRegex(UserError, "stays with"):
            movement.unit_id = self.school


class TestThePhoto(InitiativeCase):
    def test_shown_in_full_and_on_the_card(self):
        row = self.begin(photo=picture(size=(1280, 960)))
        card = Image.open(BytesIO(base64.b64decode(row.photo_card)))
        self.assertEqual(card.size, (640, 480))

    def test_a_strange_format_is_told(self):
        heic = b"\x00\x00\x00\x18ftypheic" + b"\x00" * 40
        for content, words in {
            b"<svg xmlns='http://www.w3.org/2000/svg'/>": "not a photo that browsers show",
            heic: "most compatible",
            b"%PDF-1.7 x": "not a photo that browsers show",
            base64.b64decode(picture())[:40]: "damaged",
        }.items():
            with self.subTest(words=content[:8]), self.assertRaisesRegex(UserError, words):
                self.begin(photo=base64.b64encode(content))


class TestResults(InitiativeCase):
    def test_the_first_result_of_a_launched_model_begins_it(self):
        row = self.begin()
        self.as_user(row, self.staff).action_register()
        with self.assertRaisesRegex(UserError, "this is done while"):
            self.report(row)
        self.as_user(row, self.officer).action_launch()
        self.report(row)
        self.assertEqual(row.state, "running")

    def test_by_who_began_it_or_the_officers(self):
        row = self.running()
        self.report(row)
        self.report(row, self.officer)
        for user in (self.teacher, self.inspector, self.sibling_officer, self.upper_officer):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.report(row, user)

    def test_who_reported_and_when_is_not_said_by_hand(self):
        made = self.report(self.running(), reported_on="2020-01-01", reporter_id=self.head.id)
        self.assertEqual((made.reported_on, made.reporter_id), (today(), self.staff))
        with self.assertRaisesRegex(UserError, "who reported it"):
            made.reporter_id = self.head

    def test_the_card_tells_the_last_one(self):
        row = self.running()
        self.assertFalse(row.outcome)
        self.report(row, summary="12 lớp")
        self.report(row, text="38 lớp")
        row.invalidate_recordset()
        self.assertEqual(row.outcome, "38 lớp")

    def test_files_stay_in_the_house_when_the_results_are_public(self):
        row = self.running()
        result = self.report(row)
        file = (
            self.env["dan_chu.initiative.result.file"]
            .with_user(self.staff)
            .create({"result_id": result.id, "name": "anh.png", "data": picture()})
        )
        self.assertEqual(len(file.sha256), 64)
        row._put({"is_shared": True})
        outside = self.as_user(result, self.sibling_officer)
        self.assertEqual(outside.text, "38/38 lớp có tủ sách.")
        self.assertFalse(outside.file_ids)
        with self.assertRaises(AccessError):
            self.as_user(file, self.sibling_officer).read(["name"])
        self.assertTrue(self.as_user(file, self.upper_officer).has_access("read"))

    def test_they_rest_once_the_model_has_ended(self):
        row = self.running()
        result = self.report(row)
        self.as_user(row, self.officer).action_end("Xong")
        for act in (lambda: result.write({"text": "x"}), result.unlink, lambda: self.report(row)):
            with self.assertRaisesRegex(UserError, "this is done while"):
                act()


class TestJudgements(InitiativeCase):
    def setUp(self):
        super().setUp()
        self.criteria = (
            self.env["dan_chu.criteria.set"]
            .with_user(self.upper_officer)
            .create(
                {
                    "unit_id": self.department.id,
                    "name": "Tiêu chí",
                    "line_ids": [
                        Command.create({"name": "Cách làm mới", "points": 40}),
                        Command.create({"name": "Kết quả cụ thể", "points": 60}),
                    ],
                }
            )
        )
        self.movement.criteria_set_id = self.criteria
        self.row = self.running()

    def opened(self, by, user):
        """The sheet as the button shows it; kept only when it is saved."""
        action = self.as_user(self.row, user).action_judge(by)
        judgements = self.env["dan_chu.initiative.judgement"].with_user(user)
        return Form(judgements.with_context(action["context"]).browse(action["res_id"]))

    def judge(self, by, user, points=(30, 50), conclusion="kept"):
        sheet = self.opened(by, user).save()
        for score, given in zip(sheet.score_ids, points, strict=True):
            score.points = given
        sheet.conclusion = conclusion
        return sheet

    def test_each_side_judges_by_the_same_criteria(self):
        own = self.judge("self", self.staff, (40, 60))
        own.action_settle()
        self.assertEqual((own.total, own.maximum, self.row.state), (100, 100, "running"))
        unit = self.judge("unit", self.officer)
        unit.action_settle()
        self.assertEqual((unit.total, self.row.state), (80, "judged"))
        above = self.judge("recogniser", self.upper_officer, (20, 30))
        above.action_settle()
        self.assertEqual(above.sudo().settled_by_id, self.upper_officer)
        self.assertEqual(self.as_user(above, self.staff).total, 50)

    def test_the_same_sheet_is_gone_on_with(self):
        first = self.judge("unit", self.officer)
        self.assertEqual(self.judge("unit", self.officer), first)

    def test_one_that_is_only_looked_at_leaves_nothing(self):
        sheet = self.opened("unit", self.officer)
        self.assertEqual((len(sheet.score_ids), sheet.maximum), (2, 100))
        self.assertFalse(self.row.judgement_ids)

    def test_what_is_typed_before_it_is_saved_is_kept(self):
        sheet = self.opened("unit", self.officer)
        sheet.judged_by = "Hội đồng thi đua"
        with sheet.score_ids.edit(1) as score:
            score.points = 50
            score.note = "Có số liệu"
        self.assertEqual(sheet.total, 50)
        kept = sheet.save()
        self.assertEqual((kept.judged_by, kept.total), ("Hội đồng thi đua", 50))
        self.assertEqual(kept.score_ids.mapped("name"), self.criteria.line_ids.mapped("name"))
        self.assertEqual(kept.score_ids.mapped("note"), [False, "Có số liệu"])
        self.assertEqual(kept.create_uid, self.officer)

    def test_a_form_tells_nothing_of_what_is_not_read(self):
        sheet = self.judge("unit", self.officer)
        told = {"unit_id": {"fields": {"display_name": {}}}}
        for rows, named in (
            (sheet, {"initiative_id": self.row.id, "by": "unit"}),
            (sheet.score_ids, {"judgement_id": sheet.id}),
        ):
            form = rows.browse().with_user(self.sibling_officer)
            with self.subTest(model=rows._name), self.assertRaises(AccessError):
                form.onchange(named, list(named), told)

    def test_nobody_judges_for_another_side(self):
        for by, user in (
            ("unit", self.staff),
            ("recogniser", self.staff),
            ("unit", self.upper_officer),
            ("self", self.teacher),
            ("unit", self.teacher),
        ):
            with self.subTest(by=by, user=user.login), self.assertRaises(AccessError):
                self.as_user(self.row, user).action_judge(by)
            vals = {"initiative_id": self.row.id, "by": by}
            with self.subTest(by=by, user=user.login), self.assertRaises(AccessError):
                self.env["dan_chu.initiative.judgement"].with_user(user).create(vals)
        with self.assertRaisesRegex(UserError, "none of those who judge"):
            self.as_user(self.row, self.officer).action_judge("x")

    def test_a_settled_one_stays(self):
        sheet = self.judge("unit", self.officer)
        sheet.action_settle()
        for act in (
            lambda: sheet.write({"conclusion": "spread"}),
            lambda: sheet.score_ids[0].write({"points": 1}),
            sheet.unlink,
            sheet.action_settle,
        ):
            with self.assertRaisesRegex(UserError, "settled and stays"):
                act()

    def test_not_settled_before_it_is_told_to_others(self):
        sheet = self.judge("unit", self.officer)
        with self.assertRaises(AccessError):
            self.as_user(sheet, self.staff).read(["total"])
        self.assertFalse(self.as_user(sheet, self.upper_officer).has_access("read"))

    def test_no_more_points_than_there_are(self):
        sheet = self.judge("unit", self.officer)
        with self.assertRaises(psycopg2.errors.CheckViolation), mute_logger("odoo.sql_db"):
            sheet.score_ids[0].points = 41
            self.env.flush_all()

    def test_points_are_given_to_the_criteria_there_are(self):
        sheet = self.judge("unit", self.officer)
        with self.assertRaisesRegex(UserError, "those of its set"):
            sheet.score_ids[0].maximum = 100
        with self.assertRaisesRegex(UserError, "those of its set"):
            sheet.score_ids.create({"judgement_id": sheet.id, "name": "x", "maximum": 5})
        with self.assertRaisesRegex(UserError, "begun by the buttons"):
            sheet.create({"by": "unit"})
        own = {"line_id": self.criteria.line_ids[0].id, "name": "x", "maximum": 500, "points": 9}
        begun = {
            "initiative_id": self.row.id,
            "by": "unit",
            "total": 400,
            "settled_on": "2026-01-01",
        }
        another = sheet.create({**begun, "score_ids": [Command.create(own)]})
        self.assertEqual((another.total, another.maximum, another.settled_on), (9, 100, False))
        with self.assertRaisesRegex(UserError, "those of its set"):
            sheet.create({**begun, "score_ids": [Command.create({"name": "x", "maximum": 500})]})

    def test_criteria_that_were_used_become_a_new_version(self):
        mine = self.criteria.with_user(self.upper_officer)
        mine.line_ids[0].points = 45
        self.judge("unit", self.officer, (45, 60))
        mine.invalidate_recordset()
        for act in (
            lambda: mine.line_ids[0].write({"points": 50}),
            lambda: mine.write({"name": "Khác"}),
            mine.line_ids[0].unlink,
        ):
            with self.assertRaisesRegex(UserError, "make a new version"):
                act()
        newer = mine.browse(mine.action_new_version()["res_id"])
        self.assertEqual((newer.version, newer.maximum, newer.previous_id), (2, 105, mine))
        self.assertEqual(self.movement.criteria_set_id, newer)
        self.assertFalse(mine.active)
        newer.line_ids[0].points = 50

    def test_criteria_are_those_of_the_house(self):
        mine = self.as_user(self.criteria, self.officer)
        self.assertTrue(mine.has_access("read"))
        with self.assertRaises(AccessError):
            mine.name = "Của trường"
        with self.assertRaises(AccessError):
            mine.action_new_version()


class TestTheGallery(InitiativeCase):
    def readers(self, row):
        users = (self.staff, self.teacher, self.upper_officer, self.sibling_officer)
        return [user for user in users if self.as_user(row, user).has_access("read")]

    def test_who_reads_it_when(self):
        row = self.begin()
        self.assertEqual(self.readers(row), [self.staff])
        self.as_user(row, self.staff).action_register()
        self.assertEqual(self.readers(row), [self.staff, self.teacher, self.upper_officer])
        mine = self.as_user(row, self.officer)
        with self.assertRaisesRegex(UserError, "in two lines"):
            mine.action_share()
        mine.summary = "Mỗi lớp một tủ sách."
        mine.action_share()
        self.assertIn(self.sibling_officer, self.readers(row))
        self.as_user(row, self.officer).action_unshare()
        self.assertNotIn(self.sibling_officer, self.readers(row))

    def test_a_draft_is_shared_by_nobody(self):
        row = self.begin(summary="Hai dòng", user=self.officer)
        with self.assertRaisesRegex(UserError, "this is done while"):
            self.as_user(row, self.officer).action_share()

    def taken_over(self, row, user):
        action = self.as_user(row, user).action_take_over()
        return Form(row.with_user(user).with_context(action["context"]).browse())

    def test_taken_over_with_its_origin(self):
        row = self.running(photo=picture(), lead="Cô Mai", goals="100% lớp")
        row._put({"is_shared": True})
        sheet = self.taken_over(row, self.sibling_officer)
        self.assertFalse(self.movement.initiative_ids - row)
        copy = sheet.save()
        self.assertEqual((copy.state, copy.unit_id, copy.origin_id), ("draft", self.sibling, row))
        self.assertEqual((copy.goals, copy.lead, copy.photo), ("100% lớp", False, False))
        self.assertEqual(copy.registrant, self.sibling.name)
        self.assertEqual(copy.movement_id, self.movement)
        self.assertIn(row.name, copy.origin_words)
        self.assertFalse(copy.is_carried_on)

    def test_spread_counts_houses_that_registered(self):
        row = self.running()
        row._put({"is_shared": True})
        for _twice in range(2):
            copy = self.taken_over(row, self.sibling_officer).save()
            row.invalidate_recordset()
            before = row.spread_count
            self.as_user(copy, self.sibling_officer).action_register()
        self.assertEqual(before, 1)
        own = self.taken_over(row, self.teacher).save()
        self.as_user(own, self.teacher).action_register()
        self.assertTrue(own.is_carried_on)
        row.invalidate_recordset()
        self.assertEqual((row.spread_count, row.spread_words), (1, self.sibling.name))

    def test_an_example_or_what_is_hidden_is_not_taken_over(self):
        row = self.running(kind="collective")
        row._put({"is_shared": True})
        with self.assertRaisesRegex(UserError, "an example to follow"):
            self.as_user(row, self.sibling_officer).action_take_over()
        hidden = self.running()
        with self.assertRaises(AccessError):
            self.as_user(hidden, self.sibling_officer).action_take_over()

    def test_without_a_movement_it_is_said_what_to_do(self):
        row = self.running()
        row._put({"is_shared": True})
        self.movement.is_open_below = False
        with self.assertRaisesRegex(UserError, "its officers begin one first"):
            self.as_user(row, self.sibling_officer).action_take_over()

    def test_cards_in_a_number_of_queries_that_does_not_follow_them(self):
        rows = self.running()
        for number in range(5):
            rows |= self.make_initiative(
                self.movement, "running", unit=self.school, name=str(number)
            )
        names = ["name", "outcome", "spread_count", "level_id", "unit_id"]
        self.as_user(rows[:1], self.teacher).read(names)
        self.env.invalidate_all()
        with self.assertQueryCount(__system__=16):
            self.as_user(rows, self.teacher).read(names)
