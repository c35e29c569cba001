import base64
import hashlib
from datetime import timedelta
from unittest.mock import patch
from uuid import uuid4

import psycopg2.errors

from odoo.exceptions import ConcurrencyError, UserError, ValidationError
from odoo.fields import Command, Datetime
from odoo.tests import Form
from odoo.tools import mute_logger

from tests.boards import BoardCase
from tests.findings import PNG, Findings

FINDING = "dan_chu.finding"


class FindingCase(Findings, BoardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.inspection = cls.make_inspection(
            cls.board, item_ids=[Command.create({"name": "Công khai tài chính"})]
        )
        cls.item = cls.inspection.item_ids

    def by_phone(self, user, **values):
        asked = self.from_phone(self.inspection, **values)
        answer = self.env[FINDING].with_user(user).record_from_phone(asked)
        return asked, self.env[FINDING].browse(answer["id"])


class TestNoting(FindingCase):
    def test_it_is_of_who_notes_it_and_of_their_board(self):
        finding = self.make_finding(self.inspection, self.member, item_id=self.item.id)
        self.assertEqual(finding.author_id, self.member)
        self.assertEqual(finding.noted_by_id, self.member_mandate)
        self.assertEqual(finding.sealed_board_id, self.board)
        self.assertEqual(finding.unit_id, self.school)
        self.assertEqual(self.inspection.finding_ids, finding)

    def test_neither_author_nor_board_is_chosen(self):
        finding = self.make_finding(
            self.inspection,
            self.member,
            author_id=self.leader.id,
            noted_by_id=self.leader_mandate.id,
            sealed_board_id=False,
            unit_id=self.sibling.id,
        )
        self.assertEqual(finding.author_id, self.member)
        self.assertEqual(finding.noted_by_id, self.member_mandate)
        self.assertEqual((finding.sealed_board_id, finding.unit_id), (self.board, self.school))

    def test_nothing_is_noted_before_it_was_seen(self):
        tomorrow = Datetime.now() + timedelta(days=1)
        finding = self.make_finding(self.inspection, self.member, noted_on=tomorrow)
        self.assertLessEqual(finding.noted_on, Datetime.now())

    def test_blank_words_say_nothing(self):
        with self.assertRaisesRegex(ValidationError, "few words"):
            self.make_finding(self.inspection, self.member, text="  \n ")

    def test_an_item_of_another_inspection_is_refused(self):
        other = self.make_inspection(self.board, item_ids=[Command.create({"name": "Thu chi"})])
        with self.assertRaisesRegex(ValidationError, "not one of"):
            self.make_finding(self.inspection, self.member, item_id=other.item_ids.id)

    def test_an_inspection_takes_findings_while_it_is_under_way(self):
        for state, reason in (
            ("planned", "has not begun"),
            ("announced", "has not begun"),
            ("concluded", "is concluded"),
            ("followed_up", "is concluded"),
            ("closed", "closed or cancelled"),
            ("cancelled", "closed or cancelled"),
        ):
            self.inspection._put({"state": state})
            with self.subTest(state=state), self.assertRaisesRegex(UserError, reason):
                self.make_finding(self.inspection, self.member)

    def test_day_to_day_supervision_takes_them_too(self):
        standing = self.make_inspection(self.board, kind="standing", period_from="2026-10-01")
        self.assertTrue(self.make_finding(standing, self.member))

    def test_of_the_heads_own_check_they_are_noted_by_officer_and_head(self):
        check = self.make_inspection(unit=self.school)
        for user in (self.officer, self.head):
            finding = self.make_finding(check, user)
            self.assertEqual(finding.author_id, user)
            self.assertFalse(finding.sealed_board_id or finding.noted_by_id)

    def test_ten_are_made_with_as_many_queries_as_two(self):
        def queries(count):
            before = self.env.cr.sql_log_count
            values = {
                "inspection_id": self.inspection.id,
                "finding_kind": "strength",
                "text": "Có niêm yết",
            }
            self.env[FINDING].with_user(self.member).create([values] * count)
            self.env.flush_all()
            return self.env.cr.sql_log_count - before

        queries(1)
        self.assertEqual(queries(2), queries(10))


class TestChanging(FindingCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.finding = cls.make_finding(cls.inspection, cls.member)

    def as_member(self):
        return self.as_user(self.finding, self.member)

    def test_its_author_changes_the_words(self):
        self.as_member().text = "Chưa niêm yết tại phòng họp"
        self.assertEqual(self.finding.text, "Chưa niêm yết tại phòng họp")

    def test_two_members_at_once_lose_nothing(self):
        """Each has a line of the own: what one adds stands beside what the other wrote."""
        with self.assertRaisesRegex(UserError, "a line of your own"):
            self.as_user(self.finding, self.leader).text = "Đã niêm yết"
        added = self.make_finding(
            self.inspection, self.leader, corrects_id=self.finding.id, text="Đã niêm yết ở bảng tin"
        )
        self.as_member().text = "Chưa niêm yết tại phòng họp"
        self.assertEqual(self.finding.text, "Chưa niêm yết tại phòng họp")
        self.assertEqual(self.finding.correction_ids, added)

    def test_nobody_deletes_that_of_another(self):
        with self.assertRaisesRegex(UserError, "who alone changes it"):
            self.as_user(self.finding, self.leader).unlink()

    def test_where_by_whom_and_when_does_not_change(self):
        other = self.make_inspection(self.board)
        for vals in (
            {"inspection_id": other.id},
            {"author_id": self.leader.id},
            {"noted_by_id": self.leader_mandate.id},
            {"noted_on": "2020-01-01 00:00:00"},
            {"client_key": str(uuid4())},
            {"sealed_board_id": False},
            {"unit_id": self.sibling.id},
            {"corrects_id": False},
        ):
            with self.subTest(vals=vals), self.assertRaisesRegex(UserError, "does not change"):
                self.as_member().write(vals)

    def test_once_concluded_it_rests(self):
        self.inspection._put({"state": "concluded"})
        for change in (
            lambda finding: finding.write({"text": "Khác"}),
            lambda finding: finding.write({"finding_kind": "strength"}),
            lambda finding: finding.write({"evidence_ids": [Command.create(self._photo())]}),
            lambda finding: finding.unlink(),
        ):
            with self.assertRaisesRegex(UserError, "is concluded"):
                change(self.as_member())
        self.assertEqual(self.finding.text, "Chưa niêm yết công khai tài chính")

    def _photo(self):
        return {"name": "anh.png", "data": PNG}

    def test_once_concluded_a_correction_is_a_new_line_with_its_own_photo(self):
        self.inspection._put({"state": "concluded"})
        line = self.make_finding(
            self.inspection,
            self.leader,
            corrects_id=self.finding.id,
            text="Niêm yết ngày 03/10",
            evidence_ids=[Command.create(self._photo())],
        )
        self.assertEqual(self.finding.correction_ids, line)
        self.assertTrue(line.evidence_ids)
        with self.assertRaisesRegex(UserError, "is concluded"):
            self.as_user(line, self.leader).text = "Ngày 04/10"

    def test_what_gets_past_the_models_ends_in_the_database(self):
        self.as_member().evidence_ids = [Command.create(self._photo())]
        self.inspection._put({"state": "concluded"})
        self.env.flush_all()
        for statement in (
            "UPDATE dan_chu_finding SET text = 'Khác' WHERE id = %s",
            "DELETE FROM dan_chu_finding WHERE id = %s",
            "UPDATE dan_chu_finding_evidence SET sha256 = 'x' WHERE finding_id = %s",
            "DELETE FROM dan_chu_finding_evidence WHERE finding_id = %s",
        ):
            with (
                self.subTest(statement=statement),
                mute_logger("odoo.sql_db"),
                self.assertRaises(psycopg2.errors.RestrictViolation),
                self.env.cr.savepoint(),
            ):
                self.env.cr.execute(statement, [self.finding.id])

    def test_its_form_shows_what_may_be_changed(self):
        form = Form(self.as_member())
        form.text = "Sửa lời"
        self.assertEqual(form.save().text, "Sửa lời")
        other = Form(self.as_user(self.finding, self.leader))
        self.assertFalse(other.may_change)
        with self.assertRaises(AssertionError):
            other.text = "Của người khác"


class TestEvidence(FindingCase):
    def test_time_author_and_sha256_are_kept(self):
        finding = self.make_finding(
            self.inspection,
            self.member,
            evidence_ids=[
                Command.create(
                    {"name": "anh.png", "data": PNG, "sha256": "0", "added_by_id": self.leader.id}
                )
            ],
        )
        photo = finding.evidence_ids
        self.assertEqual(photo.sha256, hashlib.sha256(base64.b64decode(PNG)).hexdigest())
        self.assertEqual(photo.added_by_id, self.member)
        self.assertTrue(photo.added_on)
        self.assertEqual(photo.sealed_board_id, self.board)

    def test_what_is_no_evidence_is_refused_by_name(self):
        finding = self.make_finding(self.inspection, self.member)
        for name, content, reason in (
            ("anh.jpg", b"MZ\x90\x00", "anh.jpg.*program"),
            ("anh.jpg", b"<svg onload='x()'/>", "anh.jpg.*drawing"),
            ("anh.jpg", b"", "anh.jpg.*empty"),
            ("ghi-chu.txt", b"ghi chu", "ghi-chu.txt.*kind"),
        ):
            data = base64.b64encode(content)
            row = Command.create({"name": name, "data": data})
            with self.subTest(content=content), self.assertRaisesRegex(UserError, reason):
                self.as_user(finding, self.member).evidence_ids = [row]

    def test_a_photo_that_is_too_large_says_what_it_may_have(self):
        finding = self.make_finding(self.inspection, self.member)
        large = base64.b64encode(b"\xff\xd8\xff".ljust(16 * 1024 * 1024, b"\x00"))
        with self.assertRaisesRegex(UserError, "anh.jpg.*16 MB.*15 MB"):
            self.as_user(finding, self.member).evidence_ids = [
                Command.create({"name": "anh.jpg", "data": large})
            ]

    def test_its_files_go_with_a_deleted_finding(self):
        finding = self.make_finding(
            self.inspection,
            self.member,
            evidence_ids=[Command.create({"name": "anh.png", "data": PNG})],
        )
        named = [
            ("res_model", "=", "dan_chu.finding.evidence"),
            ("res_id", "=", finding.evidence_ids.id),
            ("res_field", "=", "data"),
        ]
        files = self.env["ir.attachment"].search(named)
        self.assertTrue(files)
        self.as_user(finding, self.member).unlink()
        self.assertFalse(files.exists())


class TestPhone(FindingCase):
    def test_sent_again_it_is_the_same_finding(self):
        asked, finding = self.by_phone(self.member, item_id=self.item.id, present="Thủ kho")
        self.assertEqual((finding.item_id, finding.present), (self.item, "Thủ kho"))
        phone = self.env[FINDING].with_user(self.member)
        again = phone.record_from_phone({**asked, "text": "Lần thứ hai"})
        self.assertEqual(again["id"], finding.id)
        self.assertEqual(finding.text, asked["text"])
        self.inspection._put({"state": "concluded"})
        self.assertEqual(phone.record_from_phone(asked)["id"], finding.id)

    def test_a_key_is_one_in_the_database(self):
        asked, _finding = self.by_phone(self.member)
        with self.assertRaisesRegex(UserError, "key is taken"):
            self.env[FINDING].with_user(self.leader).record_from_phone(asked)
        for key in (None, "", "1", 7, ["x"]):
            with self.subTest(key=key), self.assertRaisesRegex(UserError, "UUID"):
                self.by_phone(self.member, client_key=key)

    def test_sent_a_second_time_while_the_first_is_under_way_it_is_tried_again(self):
        asked, _finding = self.by_phone(self.member)
        unseen = patch.object(type(self.env[FINDING]), "_of_key", lambda self, key: self.browse())
        with unseen, mute_logger("odoo.sql_db"), self.assertRaises(ConcurrencyError):
            self.env[FINDING].with_user(self.member).record_from_phone(asked)

    def test_the_clock_of_the_phone_is_not_asked(self):
        _asked, finding = self.by_phone(self.member, seconds_ago=600)
        ago = Datetime.now() - finding.noted_on
        self.assertAlmostEqual(ago.total_seconds(), 600, delta=30)
        for nonsense in (-600, 10**12, "hôm qua", None):
            _asked, finding = self.by_phone(self.member, seconds_ago=nonsense)
            self.assertLess((Datetime.now() - finding.noted_on).total_seconds(), 30)

    def test_only_what_a_phone_says_is_taken_from_it(self):
        _asked, finding = self.by_phone(
            self.member, author_id=self.leader.id, sealed_board_id=False, noted_on="2020-01-01"
        )
        self.assertEqual(finding.author_id, self.member)
        self.assertEqual(finding.sealed_board_id, self.board)
        self.assertEqual(finding.noted_on.year, Datetime.now().year)

    def test_a_photo_sent_twice_is_one_photo(self):
        asked, finding = self.by_phone(self.member)
        photo = {"client_key": asked["client_key"], "name": "kho.png", "data": PNG}
        phone = self.env["dan_chu.finding.evidence"].with_user(self.member)
        first = phone.record_from_phone({**photo, "taken_seconds_ago": 60})
        self.assertEqual(phone.record_from_phone(photo), first)
        self.assertEqual(finding.evidence_ids.mapped("name"), ["kho.png"])
        self.assertLess(finding.evidence_ids.taken_on, Datetime.now() - timedelta(seconds=50))

    def test_a_photo_of_a_deleted_finding_says_so(self):
        asked, finding = self.by_phone(self.member)
        self.as_user(finding, self.member).unlink()
        photo = {"client_key": asked["client_key"], "name": "kho.png", "data": PNG}
        with self.assertRaisesRegex(UserError, "deleted"):
            self.env["dan_chu.finding.evidence"].with_user(self.member).record_from_phone(photo)

    def test_the_screen_shows_the_findings_of_today_of_the_one_inspection_under_way(self):
        self.make_inspection(self.board, state="planned")
        _asked, finding = self.by_phone(self.member)
        with self.env.cr.savepoint():
            self.make_finding(
                self.inspection, self.member, noted_on=Datetime.now() - timedelta(days=2)
            )
        screen = self.env[FINDING].with_user(self.leader).phone_screen()
        self.assertEqual(screen["inspection"]["id"], self.inspection.id)
        self.assertEqual([row["id"] for row in screen["findings"]], finding.ids)
        self.assertFalse(screen["findings"][0]["may_change"])
        self.assertEqual(screen["inspection"]["items"][0]["name"], "Công khai tài chính")

    def test_of_several_inspections_one_is_chosen(self):
        second = self.make_inspection(self.board, kind="supervise")
        phone = self.env[FINDING].with_user(self.member)
        screen = phone.phone_screen()
        self.assertFalse(screen["inspection"])
        self.assertEqual(
            {row["id"] for row in screen["inspections"]}, {self.inspection.id, second.id}
        )
        self.assertEqual(phone.phone_screen(second.id)["inspection"]["id"], second.id)


class TestInformant(FindingCase):
    def test_their_name_is_beside_the_finding(self):
        finding = self.make_finding(
            self.inspection,
            self.member,
            informant_ids=[Command.create({"employee_id": self.third.id, "contact": "0900"})],
        )
        informant = finding.informant_ids
        self.assertEqual((informant.name, informant.sealed_board_id), (self.third.name, self.board))
        self.assertFalse(
            {"create_uid", "create_date", "write_uid", "write_date"}
            & {name for name, field in informant._fields.items() if field.store}
        )

    def test_any_member_mends_it_even_after_the_conclusion(self):
        finding = self.make_finding(
            self.inspection, self.member, informant_ids=[Command.create({"name": "Bà Năm"})]
        )
        self.inspection._put({"state": "concluded"})
        self.as_user(finding.informant_ids, self.leader).contact = "Tổ 3"
        with self.assertRaisesRegex(UserError, "does not change"):
            self.as_user(finding.informant_ids, self.leader).user_id = self.leader

    def test_nobody_learns_of_it_by_deleting_the_person(self):
        person = self.make_employee("Người báo tin", self.school)
        finding = self.make_finding(
            self.inspection, self.member, informant_ids=[Command.create({"employee_id": person.id})]
        )
        person.unlink()
        self.env.invalidate_all()
        self.assertEqual(finding.informant_ids.name, "Người báo tin")

    def test_where_others_read_no_name_is_kept(self):
        check = self.make_inspection(unit=self.school)
        finding = self.make_finding(check, self.officer)
        with self.assertRaisesRegex(ValidationError, "Do not write names"):
            self.env["dan_chu.informant"].create({"finding_id": finding.id, "name": "Bà Năm"})
