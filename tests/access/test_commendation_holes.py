"""Ways around the own line, the head, and the borders of a house, tried over real RPC."""

import base64
import time
import zipfile
from io import BytesIO

import openpyxl

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.conference_rows import PAGE
from tests.access.test_commendation_attacks import (
    HONOUR,
    INITIATIVE,
    NOMINATION,
    ROUND,
    SESSION,
    CommendationAttacks,
)

PAPER = "dan_chu.commendation.paper"
DECISION = {"day": str(today()), "words": "Quyết định số 1/QĐ-HS"}


def excel(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = BytesIO()
    book.save(content)
    return content.getvalue()


class TestOwnLineByAnotherName(CommendationAttacks):
    def nameless(self, state, **values):
        line = self.make_nomination(
            self.round, self.group, state, award=self.certificate, subject_unit_id=False, **values
        )
        self.env.flush_all()
        return line

    def test_the_own_name_is_the_own_line_as_that_of_a_collective_too(self):
        line = self.nameless("submitted", name=self.officer.employee_id.name)
        self.assert_refused(self.officer, NOMINATION, "action_check_on_paper", line.ids)
        self.assertEqual(self.state_of(line), "submitted")

    def test_also_printed_for_a_collective_that_exists(self):
        line = self.make_nomination(
            self.round, self.group, "passed", name=f"Bà {self.head.employee_id.name}"
        )
        self.env.flush_all()
        self.assert_refused(self.head, NOMINATION, "action_decide", line.ids, **DECISION)
        self.assertEqual(self.state_of(line), "passed")

    def test_letters_that_nobody_sees_hide_no_name(self):
        name = self.officer.employee_id.name
        for hidden in ("\u200b", "\u00ad", "\u2060", "\ufeff"):
            with self.subTest(letter=hex(ord(hidden))):
                line = self.nameless(
                    "submitted", target="person", name=f"{name[:3]}{hidden}{name[3:]}"
                )
                self.assert_refused(self.officer, NOMINATION, "action_check_on_paper", line.ids)

    def test_letters_of_another_alphabet_stand_in_no_name(self):
        """They look the same, and the own line would be nobody's."""
        line = self.nameless("draft", target="person", name="Lê Thị Hoa")
        for typed in ("Lê Thị H\u043ea", "Lê Thị H\u03bfa", "Lê Thị H0a"):
            with self.subTest(typed):
                self.assert_refused(
                    self.nominator, NOMINATION, "write", line.ids, vals={"name": typed}
                )
        line._put({"target": "collective"})
        self.env.flush_all()
        for typed in ("Nhóm của Lê Thị H\u043ea", "Nhóm \u2167"):
            with self.subTest(typed):
                self.assert_refused(
                    self.nominator, NOMINATION, "write", line.ids, vals={"name": typed}
                )
        # Of whoever is on record under it, any name stands.
        person = self.quiet["hr.employee"].browse(self.group_people()[5].id)
        person.name = "Hoa  2\u200b \u043e"
        self.assertTrue(self.line_of(person.with_env(self.env), "draft"))
        typed = "Nhóm\u200b 12A1 &  \u00d0ội “Xung kích”"
        self.by_session(self.nominator, NOMINATION, "write", line.ids, vals={"name": typed})
        self.env.invalidate_all()
        self.assertEqual(line.name, "Nhóm 12A1 & Đội “Xung kích”")

    def test_the_collective_one_leads_is_that_by_its_name_alone(self):
        line = self.nameless("passed", name=f"Tập thể {self.school.name}")
        self.assert_refused(self.head, NOMINATION, "action_decide", line.ids, **DECISION)
        self.assertEqual(self.state_of(line), "passed")


class TestRoundTheHead(CommendationAttacks):
    def test_no_officer_gives_by_way_of_a_superior_what_the_head_decides(self):
        """Sent up on paper, and then typed in as given: nobody would have decided."""
        self.assert_refused(
            self.officer, NOMINATION, "action_forward", self.passed.ids, paper="Tờ trình số 1"
        )
        self.assertEqual(self.state_of(self.passed), "passed")
        self.by_session(
            self.head, NOMINATION, "action_forward", self.passed.ids, paper="Tờ trình số 1"
        )
        self.assertEqual(self.state_of(self.passed), "forwarded")

    def test_what_is_decided_above_and_the_line_of_the_head_officers_send_up(self):
        above = self.line_of(self.group_people()[6], "passed", award=self.upper_title)
        own = self.line_of(self.head, "passed")
        for line in (above, own):
            self.by_session(
                self.officer, NOMINATION, "action_forward", line.ids, paper="Tờ trình số 1"
            )
            self.assertEqual(self.state_of(line), "forwarded")

    def test_a_sum_that_is_none_is_told(self):
        above = self.line_of(
            self.group_people()[6], "forwarded", award=self.upper_title, forwarded_paper="x"
        )
        for bonus in (-1, 10**12):
            with self.subTest(bonus=bonus):
                self.assert_refused(
                    self.officer,
                    NOMINATION,
                    "action_record_decision",
                    above.ids,
                    is_awarded=True,
                    bonus=bonus,
                    **DECISION,
                )


class TestBorders(CommendationAttacks):
    def spied(self, user, form, shown, changed=("form",), **values):
        """What a form that is only being filled in shows."""
        return self.said(
            user,
            PAPER,
            "onchange",
            [],
            values={"form": form, **values},
            field_names=changed,
            fields_spec=shown,
        )

    def test_no_form_of_a_paper_shows_what_others_nominate(self):
        mine = self.env[NOMINATION].search(
            [("round_id", "=", self.round.id), ("unit_id", "=", self.group.id)]
        )
        theirs = self.of_other_group("passed") | self.of_other_group("refused", place=1)
        self.env.flush_all()
        self.env.invalidate_all()
        lines = {"fields": {"name": {}, "summary": {}, "state": {}}}
        typed = f"<p>{theirs[1].name}</p>"
        for form in ("decision", "bonus_list", "proposal", "summary"):
            for unit in (False, self.school.id, self.other_group.id):
                for shown in ({"doubts": {}}, {"line_ids": lines}, {"line_ids": {}, "content": {}}):
                    named = {"round_id": self.round.id, "unit_id": unit, "line_ids": mine.ids}
                    answer = str(self.spied(self.nominator, form, shown, **named, content=typed))
                    for name in theirs.mapped("name"):
                        with self.subTest(form=form, unit=unit, shown=shown):
                            self.assertNotIn(name, answer)
        named = {"round_id": self.round.id, "unit_id": self.group.id}
        told = self.spied(self.nominator, "proposal", {"line_ids": lines}, **named)
        self.assertIn(self.drafted.name, str(told))
        told = self.spied(self.officer, "decision", {"line_ids": lines}, round_id=self.round.id)
        self.assertIn(self.passed.name, str(told))

    def test_nor_with_a_session_of_ones_own_beside_it(self):
        above = self.make_round(
            "council",
            unit=self.department,
            asked=self.school | self.sibling,
            awards=self.title,
        )
        theirs = self.make_nomination(
            above, self.sibling_officer, "passed", unit=self.sibling, award=self.title
        )
        sitting = self.quiet[SESSION].create(
            {"round_id": self.round.id, "board_id": self.council.id}
        )
        self.env.flush_all()
        self.env.invalidate_all()
        named = {"round_id": above.id, "session_id": sitting.id, "unit_id": self.school.id}
        for changed in ((), ("form",), ("title",)):
            answer = self.spied(self.officer, "decision", {"doubts": {}}, changed, **named)
            self.assertNotIn(theirs.name, str(answer))

    def of_other_group(self, state, place=0):
        people = self.people.filtered(lambda person: person.dan_chu_unit_id == self.other_group)
        return self.make_nomination(self.round, people[place], state)

    def test_nobody_says_whose_a_row_is_by_saying_it(self):
        movement = self.make_movement()
        vals = {
            "unit_id": self.group.id,
            "movement_id": movement.id,
            "name": "Của tôi",
            "registrant": "Tổ",
            "content": "Nội dung",
            "addressee_unit_id": self.group.id,
        }
        for user in (self.teacher, self.nominator):
            for _door, made in self.by_each_door(user, INITIATIVE, "create", vals_list=[vals]):
                row = self.env[INITIATIVE].browse(made)
                self.env.invalidate_all()
                self.assertEqual(row.addressee_unit_id, self.school)
        running = self.make_initiative(movement, "running", unit=self.group, by=self.teacher)
        self.env.flush_all()
        result = {
            "initiative_id": running.id,
            "period": "Quý I",
            "text": "Đã làm.",
            "addressee_unit_id": self.sibling.id,
        }
        for _door, made in self.by_each_door(
            self.teacher, f"{INITIATIVE}.result", "create", vals_list=[result]
        ):
            row = self.env[f"{INITIATIVE}.result"].browse(made)
            self.env.invalidate_all()
            self.assertEqual(row.addressee_unit_id, self.school)

    def test_points_are_those_of_the_criteria(self):
        movement = self.make_movement()
        criteria = self.quiet["dan_chu.criteria.set"].create(
            {
                "unit_id": self.school.id,
                "name": "Tiêu chí",
                "line_ids": [Command.create({"name": "Hiệu quả", "points": 10})],
            }
        )
        movement.criteria_set_id = criteria
        running = self.make_initiative(movement, "running", by=self.teacher)
        begun = {"initiative_id": running.id, "by": "unit"}
        self.by_session(
            self.officer, "dan_chu.initiative.judgement", "create", [], vals_list=[begun]
        )
        self.env.invalidate_all()
        sheet = running.judgement_ids
        for vals in ({"total": 10}, {"maximum": 100}, {"addressee_unit_id": self.group.id}):
            with self.subTest(vals=vals):
                self.assert_refused(self.officer, sheet._name, "write", sheet.ids, vals=vals)
        self.assertEqual((sheet.total, sheet.maximum), (0, 10))

    def test_who_runs_a_session_is_who_was_chosen(self):
        sitting = self.quiet[SESSION].create(
            {"round_id": self.round.id, "board_id": self.council.id}
        )
        self.env.flush_all()
        for user in (self.secretary, self.officer):
            for name in ("chair_user_id", "secretary_user_id"):
                self.assert_refused(
                    user, SESSION, "write", sitting.ids, vals={name: self.clever.id}
                )
        vals = {"round_id": self.round.id, "secretary_user_id": self.clever.id}
        for _door, made in self.by_each_door(self.officer, SESSION, "create", vals_list=[vals]):
            self.env.invalidate_all()
            self.assertNotEqual(self.env[SESSION].browse(made).secretary_user_id, self.clever)

    def test_numbers_in_words_name_nothing_either(self):
        vals = {
            "round_id": self.round.id,
            "commendation_ids": [[4, str(self.passed.id)]],
            **DECISION,
        }
        self.assert_refused(self.sibling_head, f"{NOMINATION}.decide", "create", vals_list=[vals])
        vals = {"what": "return", "reason": "x", "commendation_ids": [[6, 0, [str(self.sent.id)]]]}
        self.assert_refused(
            self.sibling_officer, f"{NOMINATION}.reason", "create", vals_list=[vals]
        )

    def test_no_search_tells_what_is_not_read(self):
        """Whoever reads a round asks it for the lines of others in vain."""
        theirs = self.of_other_group("passed")
        self.env.flush_all()
        for domain in (
            [("commendation_ids.name", "=", theirs.name)],
            [("commendation_ids", "any", [("state", "=", "passed"), ("id", "=", theirs.id)])],
            [("commendation_ids", "any!", [("id", "=", theirs.id)])],
            [("commendation_ids", "ilike", theirs.name)],
        ):
            with self.subTest(domain=domain):
                answer = self.said(self.nominator, ROUND, "search", domain=domain)
                self.assertFalse(isinstance(answer, list) and answer)
        answer = self.said(
            self.nominator,
            ROUND,
            "export_data",
            self.round.ids,
            fields_to_export=["name", "commendation_ids/name", "commendation_ids/summary"],
        )
        self.assertNotIn(theirs.name, str(answer))

    def test_a_day_at_the_end_of_all_years_is_refused_in_words(self):
        vals = {"unit_id": self.school.id, "name": "Xa", "award_ids": [self.title.id]}
        for day in ("9999-12-31", "0001-01-01"):
            with self.subTest(day=day):
                self.assert_refused(
                    self.officer, ROUND, "create", vals_list=[{**vals, "date_from": day}]
                )
                self.assert_refused(
                    self.head, NOMINATION, "action_decide", self.passed.ids, day=day, words="x"
                )

    def test_the_page_of_certificates_is_that_of_its_house(self):
        line = self.line_of(self.group_people()[6], "passed")
        line._put({"state": "awarded", "decided_on": today(), "decision_words": "Quyết định số 1"})
        self.env.flush_all()
        url = f"/dan_chu/certificates/{self.round.id}/a4.pdf"
        for user in (self.nominator, self.teacher, self.sibling_head, self.upper_head):
            self.authenticate(user.login, user.login)
            answer = self.url_open(url)
            with self.subTest(user=user.login):
                self.assertNotEqual(answer.headers["Content-Type"], "application/pdf")
        self.authenticate(self.officer.login, self.officer.login)
        for rows in ("", "?rows=²", f"?rows={'9' * 5000}", "?rows=,,x"):
            with self.subTest(rows=rows[:9]):
                self.assertEqual(self.url_open(url + rows).status_code, 200)

    def test_nobody_recognises_the_own_example_by_leaving_the_person_out(self):
        row = self.make_initiative(
            self.make_movement(),
            "running",
            kind="person",
            registrant=f"Thầy {self.officer.employee_id.name}",
        )
        level = self.env["dan_chu.initiative.level"].search([], limit=1)
        self.env.flush_all()
        named = {"level": level.id, "paper": "x", "date": str(today())}
        self.assert_refused(self.officer, INITIATIVE, "action_recognise", row.ids, **named)
        self.assert_refused(self.officer, INITIATIVE, "action_judge", row.ids, by="unit")
        self.assertEqual(self.state_of(row), "running")

    def test_no_honour_goes_into_the_history_of_another_house(self):
        person = self.sibling_officer.employee_id
        vals = {
            "unit_id": self.school.id,
            "employee_id": person.id,
            "name": person.name,
            "award_name": "Huân chương",
        }
        self.assert_refused(self.officer, HONOUR, "create", vals_list=[vals])
        mine = self.make_honour(self.school, self.teacher.employee_id)
        self.env.flush_all()
        self.assert_refused(
            self.officer, HONOUR, "write", mine.ids, vals={"employee_id": person.id}
        )


class TestHistory(CommendationAttacks):
    def test_nobody_enters_what_they_were_given_themselves(self):
        """Earlier titles are what the next one asks for."""
        vals = {
            "unit_id": self.school.id,
            "employee_id": self.officer.employee_id.id,
            "name": self.officer.employee_id.name,
            "award_name": "Chiến sĩ thi đua cơ sở",
            "work_year": "2024-2025",
        }
        self.assert_refused(self.officer, HONOUR, "create", vals_list=[vals])
        theirs = self.make_honour(self.school, self.teacher.employee_id)
        mine = self.make_honour(self.school, self.officer.employee_id)
        self.env.flush_all()
        own = {"employee_id": self.officer.employee_id.id}
        self.assert_refused(self.officer, HONOUR, "write", theirs.ids, vals=own)
        self.assert_refused(self.officer, HONOUR, "write", mine.ids, vals={"award_name": "Khác"})
        self.assert_refused(self.officer, HONOUR, "unlink", mine.ids)
        data = [[self.officer.employee_id.name, "Huân chương", str(self.officer.employee_id.id)]]
        answer = self.said(
            self.officer,
            HONOUR,
            "load",
            fields=["name", "award_name", "employee_id/.id"],
            data=data,
        )
        self.assertFalse(isinstance(answer, dict) and answer.get("ids"), answer)

    def imported(self, content, user=None):
        wizard = f"{HONOUR}.import"
        vals = {"unit_id": self.school.id, "file": base64.b64encode(content).decode()}
        made = self.by_session(user or self.officer, wizard, "create", vals_list=[vals])
        self.env.invalidate_all()
        return made

    def test_a_table_enters_all_but_the_own_line(self):
        own, other = self.officer.employee_id.name, self.group_people()[0].name
        content = excel(
            ("Họ và tên, tên tập thể", "Danh hiệu, hình thức khen thưởng"),
            (own, "Huân chương"),
            (other, "Giấy khen"),
        )
        made = self.imported(content)
        self.by_session(self.officer, f"{HONOUR}.import", "action_import", made)
        self.env.invalidate_all()
        entered = self.env[HONOUR].search([("award_name", "in", ("Huân chương", "Giấy khen"))])
        self.assertEqual(entered.mapped("name"), [other])

    def test_files_that_would_fill_the_memory_are_refused(self):
        """A zip of a few kilobytes that holds gigabytes, and XML that grows as it is read."""
        bomb = BytesIO()
        with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr("xl/workbook.xml", b"<workbook/>")
            package.writestr("xl/worksheets/sheet1.xml", b"0" * (110 * 1024 * 1024))
        laughs = BytesIO(excel(("Họ và tên, tên tập thể", "Danh hiệu"), ("A", "B")))
        grown = BytesIO()
        with zipfile.ZipFile(laughs) as whole, zipfile.ZipFile(grown, "w") as package:
            for name in whole.namelist():
                content = whole.read(name)
                if name.endswith("sheet1.xml"):
                    entities = '<!ENTITY a0 "ha">' + "".join(
                        f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10)
                    )
                    content = (
                        f"<?xml version='1.0'?><!DOCTYPE x [{entities}]>"
                        "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                        "<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>&a9;</t></is></c>"
                        "</row>"
                        "</sheetData></worksheet>"
                    ).encode()
                package.writestr(name, content)
        for content in (bomb.getvalue(), grown.getvalue()):
            self.assertLess(len(content), 2**20)
            began = time.monotonic()
            made = self.imported(content)
            answer = self.said(self.officer, f"{HONOUR}.import", "action_import", made)
            self.assertIsInstance(answer, str)
            self.assertNotIn("Error:", answer.replace("UserError:", ""))
            self.assertLess(time.monotonic() - began, 20)

    def test_names_full_of_signs_stay_letters(self):
        evil = '#panic("x") $a$ <script>alert(1)</script> \\u{41} #import "/etc/passwd": *'
        person = self.quiet["hr.employee"].browse(self.group_people()[6].id)
        person.name = evil
        line = self.line_of(person.with_env(self.env), "passed", summary=evil)
        line._put({"state": "awarded", "decided_on": today(), "decision_words": evil})
        self.quiet["dan_chu.certificate"].create(
            {"unit_id": self.school.id, "giver": evil, "opening": evil, "register_words": evil}
        )
        self.env.flush_all()
        self.authenticate(self.officer.login, self.officer.login)
        answer = self.url_open(f"/dan_chu/certificates/{self.round.id}/a4.pdf")
        self.assertEqual(answer.headers["Content-Type"], "application/pdf")
        self.make_honour(self.school, self.group_people()[6], name=evil, award_name=evil)
        self.env.flush_all()
        shown = self.by_session(
            self.officer,
            NOMINATION,
            "read",
            line.ids,
            fields=["earlier_awards", "against", "missing_words"],
        )
        self.assertNotIn("<script>", str(shown))

    def test_words_without_end_are_refused_or_cut_short(self):
        """Nobody makes a page wait for two hundred thousand letters."""
        long = "A" * 200_000
        line = self.line_of(self.group_people()[6], "passed", name=long)
        line._put({"state": "awarded", "decided_on": today(), "decision_words": "x"})
        self.env.flush_all()
        self.authenticate(self.officer.login, self.officer.login)
        began = time.monotonic()
        answer = self.url_open(f"/dan_chu/certificates/{self.round.id}/a4.pdf")
        self.assertNotEqual(answer.headers["Content-Type"], "application/pdf")
        self.assertLess(time.monotonic() - began, 10)

    def test_no_file_of_a_dossier_is_reached_as_an_attachment(self):
        file = {"commendation_id": self.drafted.id, "name": "bao-cao.pdf", "data": PAGE}
        paper = self.quiet[f"{NOMINATION}.file"].create(file)
        self.env.flush_all()
        kept = self.quiet["ir.attachment"].search(
            [("res_model", "=", paper._name), ("res_id", "=", paper.id), ("res_field", "!=", False)]
        )
        self.assertTrue(kept)
        for user in (self.sibling_officer, self.other_officer, self.teacher, self.upper_head):
            with self.subTest(user=user.login):
                self.assert_refused(
                    user, "ir.attachment", "read", kept.ids, fields=["datas", "name"]
                )
                self.assert_refused(
                    user, "ir.attachment", "write", kept.ids, vals={"name": "khac.pdf"}
                )
                self.authenticate(user.login, user.login)
                for url in (
                    f"/web/content/{kept.id}",
                    f"/web/content/{paper._name}/{paper.id}/data",
                    f"/web/image/{paper._name}/{paper.id}/data",
                ):
                    self.assertNotEqual(self.url_open(url).content, base64.b64decode(PAGE))
        vals = {"name": "x.pdf", "datas": PAGE.decode(), "res_model": NOMINATION}
        for row in (self.drafted, self.sent):
            self.assert_refused(
                self.sibling_officer,
                "ir.attachment",
                "create",
                vals_list=[{**vals, "res_id": row.id}],
            )

    def test_what_is_being_decided_is_not_changed_underneath(self):
        """Who stands in a decision is settled when it is handed in to be signed."""
        vals = {"form": "decision", "round_id": self.round.id, "unit_id": self.school.id}
        made = self.by_session(self.officer, PAPER, "create", vals_list=[vals])
        self.env.invalidate_all()
        paper = self.env[PAPER].browse(made)
        other = self.line_of(self.group_people()[6], "checked")
        paper.document_id._move_to("submitted")
        self.env.flush_all()
        for user in (self.officer, self.head):
            for line_ids in ([[6, 0, other.ids]], [[4, other.id]], [[5]]):
                self.assert_refused(user, PAPER, "write", paper.ids, vals={"line_ids": line_ids})

    def test_a_round_stays_with_its_house(self):
        two = self.make_user("two_houses", ("officer", self.school), ("officer", self.sibling))
        self.env.flush_all()
        self.assert_refused(two, ROUND, "write", self.round.ids, vals={"unit_id": self.sibling.id})
