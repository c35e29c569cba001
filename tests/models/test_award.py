from datetime import date, timedelta
from unittest.mock import patch

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import users

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.commendations import CommendationCase

IN_JUNE, IN_JULY = date(2026, 6, 30), date(2026, 7, 1)


class AwardCase(CommendationCase):
    @classmethod
    def shipped(cls, code):
        return cls.env.ref(f"dan_chu_co_so.award_{code}")

    @classmethod
    def make_condition(cls, award, kind, code, given=None, **values):
        return cls.quiet["dan_chu.award.condition"].create(
            {
                "award_id": award.id,
                "name": code,
                "kind": kind,
                "code": code,
                "given_award_ids": [Command.set(given.ids)] if given else False,
                **values,
            }
        )

    def said(self, nomination):
        nomination.invalidate_recordset(["against"])
        return nomination.against or ""


class TestBonus(AwardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.worker = cls.shipped("lao_dong_tien_tien")
        cls.fighter = cls.shipped("chien_si_thi_dua_co_so")
        cls.praise = cls.shipped("bieu_duong")
        cls.form = cls.shipped("giay_khen")
        awards = cls.worker | cls.fighter | cls.praise | cls.form | cls.title
        cls.held = cls.make_round("open", awards=awards)

    def nominate(self, award, subject=None):
        return self.make_nomination(self.held, subject, award=award)

    def sums(self, nominations, day=IN_JULY):
        return [amount for amount, _words in nominations._bonuses(day).values()]

    def test_the_base_salary_is_that_of_the_day_of_the_decision(self):
        nomination = self.nominate(self.worker)
        self.assertEqual(self.sums(nomination, IN_JUNE), [710_000])
        self.assertEqual(
            nomination._bonuses(IN_JULY)[nomination],
            (760_000, "0,3 lần mức lương cơ sở × 2.530.000 đồng"),
        )

    def test_without_rounding_it_is_the_sum_itself(self):
        self.env.ref("dan_chu_co_so.rule_bonus_round_to").value = "1"
        self.assertEqual(self.sums(self.nominate(self.worker)), [759_000])

    def test_no_base_salary_on_that_day_is_said(self):
        with self.assertRaisesRegex(UserError, "base salary on"):
            self.nominate(self.worker)._bonuses(date(2020, 1, 1))

    def test_an_award_without_a_rule_is_unknown_and_praise_is_nothing(self):
        rows = self.nominate(self.title) | self.nominate(self.praise)
        self.assertEqual(self.sums(rows), [None, 0])

    def test_a_collective_has_its_own_multiple(self):
        rows = self.nominate(self.form, self.group) | self.nominate(self.form)
        self.assertEqual(self.sums(rows), [1_520_000, 760_000])

    def test_of_two_titles_in_a_round_the_higher_is_paid(self):
        rows = self.nominate(self.worker) | self.nominate(self.fighter)
        rows |= self.nominate(self.form) | self.nominate(self.worker, self.people[1])
        self.assertEqual(self.sums(rows), [0, 2_530_000, 760_000, 760_000])
        self.env.ref("dan_chu_co_so.rule_bonus_highest_only").value = "no"
        self.assertEqual(self.sums(rows), [760_000, 2_530_000, 760_000, 760_000])

    def test_the_rule_of_the_own_house_goes_first(self):
        self.make_law("award.lao_dong_tien_tien.bonus", "0.5", "decimal", unit_id=self.school.id)
        self.assertEqual(self.sums(self.nominate(self.worker)), [1_270_000])

    def test_the_total_in_figures_and_words(self):
        rows = self.nominate(self.worker) | self.nominate(self.fighter, self.people[1])
        for row, amount in zip(rows, (760_000, 2_530_000), strict=True):
            row._put({"bonus": amount})
        self.assertEqual(
            rows._bonus_total(),
            (3_290_000, "3.290.000", "Ba triệu hai trăm chín mươi nghìn đồng"),
        )


class TestAgainst(AwardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.held = cls.make_round("open")
        cls.year = int(cls.held.work_year[:4])

    def nominate(self, subject=None, award=None, **values):
        return self.make_nomination(self.held, subject, award=award, **values)

    def honour(self, subject, *years, award=None, **values):
        for year in years:
            self.make_honour(
                self.school,
                subject,
                award_id=(award or self.title).id,
                work_year=f"{year}-{year + 1}",
                **values,
            )

    def test_nothing_speaks_against_without_rules(self):
        self.make_condition(self.title, "rating", "rating")
        self.assertFalse(self.nominate(rating=False).against)

    def test_the_rating_with_the_article(self):
        self.make_condition(self.title, "rating", "rating")
        self.make_law(
            "award.thu_lao_dong.rating", "hoàn thành tốt nhiệm vụ", "text", article="Điều 24"
        )
        self.assertFalse(self.nominate(rating="good").against)
        fair = self.nominate(self.people[1], rating="fair")
        self.assertIn("hoàn thành nhiệm vụ", fair.against)
        self.assertIn("(Điều 24)", fair.against)
        self.assertIn("not entered", self.nominate(self.people[2], rating=False).against)

    def test_a_rule_that_ended_before_the_round_asks_nothing(self):
        self.make_condition(self.title, "rating", "rating")
        self.make_law(
            "award.thu_lao_dong.rating",
            "hoàn thành tốt nhiệm vụ",
            "text",
            date_to=today() - timedelta(days=1),
        )
        self.assertFalse(self.nominate(rating="poor").against)

    def test_years_running_of_another_title(self):
        self.make_condition(self.upper_title, "earlier", "earlier", self.title, is_consecutive=True)
        self.make_law("award.thu_chien_si.earlier", "3", "integer", comparison="at_least")
        running, gap = self.people[:2]
        self.honour(running, self.year - 1, self.year - 2, self.year - 3)
        self.honour(gap, self.year - 1, self.year - 2, self.year - 4)
        self.assertFalse(self.nominate(running, self.upper_title).against)
        self.assertIn("2 years running of 3", self.nominate(gap, self.upper_title).against)

    def test_what_was_taken_back_does_not_count(self):
        self.make_condition(self.upper_title, "earlier", "earlier", self.title)
        self.make_law("award.thu_chien_si.earlier", "1", "integer")
        person = self.people[0]
        self.honour(person, self.year - 1, is_cancelled=True)
        self.assertIn("0 times of 1", self.nominate(person, self.upper_title).against)

    def test_the_title_of_the_same_year(self):
        self.make_condition(self.upper_title, "same_year", "with_title", self.title)
        self.make_law("award.thu_chien_si.with_title", "yes", "yes_no")
        nomination = self.nominate(award=self.upper_title)
        self.assertIn("goes with this year", self.said(nomination))
        beside = self.nominate()
        self.assertFalse(self.said(nomination))
        self.bring_to_state(beside, "refused")
        self.assertIn("goes with this year", self.said(nomination))
        self.honour(self.people[0], self.year)
        self.assertFalse(self.said(nomination))

    def test_share_of_titles_in_the_collective(self):
        self.make_condition(self.certificate, "members", "members", self.title)
        self.make_law("award.thu_giay_khen.members", "50", "percent", comparison="more_than")
        members = self.env["hr.employee"].search([("dan_chu_unit_id", "=", self.group.id)])
        half = len(members) // 2
        for person in members[:half]:
            self.nominate(person)
        nomination = self.nominate(self.group)
        self.assertIn(f"{half} of {len(members)} members", self.said(nomination))
        for person in members[half:]:
            self.nominate(person)
        self.assertFalse(self.said(nomination))

    def test_a_recognised_model(self):
        self.make_condition(self.title, "initiative", "initiative")
        self.make_law("award.thu_lao_dong.initiative", "1", "integer")
        nomination = self.nominate()
        self.assertIn("0 recognised", self.said(nomination))
        movement = self.make_movement()
        values = {"kind": "person", "employee_id": self.people[0].id}
        self.make_initiative(movement, "registered", **values)
        self.assertIn("0 recognised", self.said(nomination))
        self.make_initiative(movement, "recognised", **values)
        self.assertFalse(self.said(nomination))

    def test_more_than_the_limit(self):
        self.make_law("award.thu_lao_dong.limit", "2", "integer", comparison="at_most")
        rows = self.nominate(self.people[0]) | self.nominate(self.people[1])
        self.assertFalse(rows._against())
        rows |= self.nominate(self.people[2])
        self.assertEqual(
            {row: len(said) for row, said in rows._against().items()}, dict.fromkeys(rows, 1)
        )
        self.assertIn("3 are nominated for it, and no more than 2", self.said(rows[0]))
        self.bring_to_state(rows[2], "refused")
        self.assertFalse(self.said(rows[0]))

    def test_a_share_of_those_nominated_for_another(self):
        self.upper_title.sudo().write({"limit_of": "award", "limit_award_id": self.title.id})
        self.make_law("award.thu_chien_si.limit", "50", "percent", comparison="at_most")
        for person in self.people[:3]:
            self.nominate(person)
        first = self.nominate(self.people[0], self.upper_title)
        self.assertFalse(self.said(first))
        second = self.nominate(self.people[1], self.upper_title)
        self.assertIn("no more than 1", self.said(second))
        self.make_law("award.thu_chien_si.limit_rounding", "làm tròn lên", "text")
        self.assertFalse(self.said(second))

    def test_who_left(self):
        nomination = self.nominate()
        self.people[0].active = False
        self.assertIn("no longer works", self.said(nomination))

    def test_received_for_the_same_year_already(self):
        self.honour(self.people[0], self.year)
        row = self.nominate()
        self.assertIn("same year already", row.against)
        row._put({"state": "awarded", "decided_on": today(), "decision_words": "Quyết định số 1"})
        self.assertFalse(row.against, "Its own entry speaks against nobody.")

    def test_two_forms_in_one_round(self):
        other = self.make_award("thu_bang_khen", "Bằng khen thử", category="form")
        self.held.sudo().award_ids |= other
        nomination = self.nominate(award=self.certificate)
        self.assertFalse(self.said(nomination))
        self.nominate(award=other)
        self.assertIn("Bằng khen thử", self.said(nomination))

    def keep_back(self, unit, **values):
        return self.quiet["dan_chu.discipline"].create(
            {
                "unit_id": unit.id,
                "employee_id": self.people[0].id,
                "date_from": today() - timedelta(days=30),
                **values,
            }
        )

    def test_under_discipline_on_the_day_of_the_round(self):
        nomination = self.nominate()
        row = self.keep_back(self.school)
        self.assertIn("Under discipline, not over yet.", self.said(nomination))
        row.date_to = today() + timedelta(days=30)
        self.assertIn("Under discipline, until ", self.said(nomination))
        row.date_to = today() - timedelta(days=1)
        self.assertFalse(self.said(nomination))

    def test_what_another_house_has_on_record_is_not_told(self):
        nomination = self.nominate()
        self.keep_back(self.sibling)
        self.assertFalse(self.said(nomination))

    def test_a_rule_that_refuses_is_no_warning(self):
        law = self.make_law("award.thu_lao_dong.limit", "1", "integer", article="Điều 9")
        rows = self.nominate(self.people[0]) | self.nominate(self.people[1])
        law.strength = "refuse"
        with self.assertRaises(UserError) as caught:
            rows.with_user(self.officer).action_submit()
        self.assertIn("no more than 1 may be. (Điều 9)", str(caught.exception))
        law.strength = "warn"
        rows.with_user(self.officer).action_submit()
        self.assertEqual(set(rows.mapped("state")), {"submitted"})

    def test_those_with_something_against_them_are_found(self):
        self.make_condition(self.title, "rating", "rating")
        self.make_law("award.thu_lao_dong.rating", "hoàn thành tốt nhiệm vụ", "text")
        good = self.nominate(self.people[0])
        fair = self.nominate(self.people[1], rating="fair")
        rows = (good | fair).with_user(self.officer)
        own = [("id", "in", rows.ids)]
        self.assertEqual(rows.search([*own, ("is_against", "=", True)]).ids, fair.ids)
        self.assertEqual(rows.search([*own, ("is_against", "=", False)]).ids, good.ids)

    def test_neither_statements_nor_reading_of_the_law_follow_the_number_of_nominations(self):
        self.make_condition(self.title, "rating", "rating")
        self.make_condition(self.title, "earlier", "earlier", self.upper_title)
        self.make_law("award.thu_lao_dong.rating", "hoàn thành tốt nhiệm vụ", "text")
        self.make_law("award.thu_lao_dong.earlier", "1", "integer")
        self.make_law("award.thu_lao_dong.limit", "10", "percent")
        rows = self.env["dan_chu.commendation"].browse()
        for person in self.people[:10]:
            rows |= self.nominate(person)
        self.env.flush_all()
        rows[:2]._against()
        counts, rules = [], self.env.registry["dan_chu.rule"]
        for part in (rows[:2], rows):
            self.env.invalidate_all()
            before = self.env.cr.sql_log_count
            with patch.object(rules, "_find", autospec=True, side_effect=rules._find) as find:
                self.assertEqual(set(part._against()), set(part))
            counts.append((self.env.cr.sql_log_count - before, find.call_count))
        self.assertEqual(*counts)


class TestDossier(AwardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.held = cls.make_round("open")

    def ask_for(self, *kinds):
        self.quiet["dan_chu.award.paper"].create(
            [{"award_id": self.title.id, "kind": kind, "name": kind} for kind in kinds]
        )

    def test_what_is_missing_by_name(self):
        self.ask_for("report", "minutes", "certificate")
        rows = self.make_nomination(self.held) | self.make_nomination(
            self.held,
            self.people[1],
            achievements="<p>Dạy tốt.</p>",
            meeting_on=today(),
            meeting_present=9,
        )
        self.assertEqual(
            rows._missing_papers(),
            {rows[0]: ["report", "minutes", "certificate"], rows[1]: ["certificate"]},
        )

    def test_a_file_of_the_kind_fills_it(self):
        self.ask_for("certificate")
        nomination = self.make_nomination(self.held)
        row = self.quiet["dan_chu.commendation.file"].create(
            {
                "commendation_id": nomination.id,
                "name": "chung-nhan.pdf",
                "data": "JVBERi0xLjQKJSVFT0YK",
            }
        )
        self.assertTrue(nomination._missing_papers())
        self.assertEqual(nomination.missing_words, "certificate")
        row.kind = "certificate"
        self.assertFalse(nomination._missing_papers())
        self.assertFalse(nomination.missing_words)


class TestDiscipline(AwardCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.row = cls.quiet["dan_chu.discipline"].create(
            {
                "unit_id": cls.school.id,
                "employee_id": cls.people[0].id,
                "date_from": today(),
            }
        )

    def test_officers_keep_it_and_nobody_else_knows(self):
        row = self.row.with_user(self.officer)
        row.paper = "Quyết định số 1/QĐ-HS"
        self.assertEqual(self.row.with_user(self.head).paper, "Quyết định số 1/QĐ-HS")
        for user in (self.teacher, self.representative, self.sibling_officer, self.upper_head):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self.row.with_user(user).read(["kind"])
        with self.assertRaises(AccessError):
            self.row.with_user(self.head).write({"date_to": today()})

    @users("officer")
    def test_no_officer_keeps_the_own_record(self):
        rows = self.env["dan_chu.discipline"]
        own = {
            "unit_id": self.school.id,
            "employee_id": self.officer.employee_id.id,
            "date_from": today(),
        }
        with self.assertRaises(AccessError):
            rows.create(own)
        row = rows.sudo().create(own).sudo(False)
        with self.assertRaises(AccessError):
            row.date_to = today()
        with self.assertRaises(AccessError):
            row.unlink()


class TestCatalogue(AwardCase):
    def test_what_today_s_law_says_stands_in_the_catalogue(self):
        worker = self.shipped("lao_dong_tien_tien")
        self.assertIn("0,3 lần mức lương cơ sở = ", worker.bonus_says)
        self.assertFalse(worker.limit_says)
        self.assertFalse(self.shipped("bieu_duong").bonus_says)
        prize = self.shipped("giai_thuong_phong_trao")
        self.assertEqual(prize.bonus_says, "chưa xác định")
        self.assertIn("90%", self.shipped("chien_si_thi_dua_toan_quoc").majority_says)

    def test_each_condition_has_its_rule_and_says_so(self):
        for condition in self.env["dan_chu.award.condition"].search([]):
            with self.subTest(rule=condition.rule_code):
                self.assertNotEqual(condition.says, "chưa xác định")

    def test_a_dossier_is_told_what_is_asked(self):
        award = self.shipped("chien_si_thi_dua_tinh")
        held = self.make_round("open", awards=award)
        nomination = self.make_nomination(held, award=award)
        self.assertIn("≥ 3 năm liên tục", nomination.asked_words)
        self.assertIn("0 years running of 3", nomination.against)
