from odoo.exceptions import AccessError, UserError
from odoo.tests import Form

from tests.earlier_plans import EarlierPlanCase

TEXT = """I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Phát huy quyền làm chủ của viên chức.

2. Yêu cầu

Thực hiện đúng quy định.

II. NỘI DUNG

a) Công khai tài chính;
"""
WORD = """<html><head><style>p.MsoListParagraph{mso-list:l0}</style></head><body>
<h1>I. MỤC ĐÍCH</h1>
<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1">
<![if !supportLists]><span style="mso-list:Ignore">1.<span>&nbsp;&nbsp;</span></span><![endif]>
Yêu cầu chung</p>
<script>alert(1)</script></body></html>"""


class TestPlanPaste(EarlierPlanCase):
    def _form(self, plan, user=None):
        wizards = self.env["dan_chu.plan.paste"].with_user(user or self.officer)
        return Form(wizards.with_context(default_plan_id=plan.id))

    def _texts(self, plan):
        return [(row.number, row.level, row.role, row.text) for row in plan.section_ids._in_order()]

    def test_an_outline_is_read_shown_and_put_behind_what_there_is(self):
        plan = self.plan()
        form = self._form(plan)
        form.pasted = TEXT
        self.assertEqual(len(form.line_ids), 7)
        form.save().action_paste()
        self.assertEqual(len(plan.section_ids), 10)
        self.assertEqual(
            self._texts(plan)[3:],
            [
                ("III.", 1, "heading", "MỤC ĐÍCH, YÊU CẦU"),
                ("1.", 2, "heading", "Mục đích"),
                ("-", 3, "dash", "Phát huy quyền làm chủ của viên chức."),
                ("2.", 2, "heading", "Yêu cầu"),
                ("", 3, "paragraph", "Thực hiện đúng quy định."),
                ("IV.", 1, "heading", "NỘI DUNG"),
                ("1.", 2, "item", "Công khai tài chính;"),
            ],
        )

    def test_or_in_place_of_it(self):
        plan = self.plan()
        plan.task_ids.section_id = False
        plan.target_ids.unlink()
        form = self._form(plan)
        form.pasted = TEXT
        form.how = "replace"
        form.save().action_paste()
        self.assertEqual(self._texts(plan)[0], ("I.", 1, "heading", "MỤC ĐÍCH, YÊU CẦU"))
        self.assertEqual(len(plan.section_ids), 7)

    def test_targets_and_tasks_keep_a_place_when_all_is_replaced(self):
        plan = self.plan()
        form = self._form(plan)
        form.pasted = TEXT
        form.how = "replace"
        form.save().action_paste()
        self.assertEqual(plan.target_ids.section_id.text, "NỘI DUNG")
        self.assertEqual(plan.task_ids.section_id.text, "NỘI DUNG")
        self.assertEqual((len(plan.target_ids), len(plan.task_ids)), (1, 2))

    def test_rows_may_be_put_right_before(self):
        plan = self.plan()
        form = self._form(plan)
        form.pasted = TEXT
        with form.line_ids.edit(0) as line:
            line.text = "MỤC ĐÍCH"
        with form.line_ids.edit(6) as line:
            line.role = "dash"
        form.line_ids.remove(4)
        wizard = form.save()
        self.assertEqual(wizard.line_ids.sorted("sequence").mapped("number")[-1], "-")
        wizard.action_paste()
        texts = self._texts(plan)[3:]
        self.assertEqual(texts[0], ("III.", 1, "heading", "MỤC ĐÍCH"))
        self.assertEqual(texts[-1], ("-", 2, "dash", "Công khai tài chính;"))
        self.assertEqual(len(texts), 6)

    def test_words_own_numbers_come_from_the_clipboard(self):
        plan = self.plan()
        wizard = (
            self.env["dan_chu.plan.paste"]
            .with_user(self.officer)
            .create({"plan_id": plan.id, "pasted": "Yêu cầu chung", "pasted_html": WORD})
        )
        wizard.action_paste()
        heading, item = self._texts(plan)[3:5]
        self.assertEqual(heading[3], "MỤC ĐÍCH")
        self.assertEqual(item[3], "Yêu cầu chung")
        self.assertEqual(plan.section_ids._in_order()[-1].typed_number, "1.")
        self.assertNotIn("alert", " ".join(plan.section_ids.mapped("text")))

    def test_an_issued_plan_takes_nothing(self):
        plan = self.issue(self.plan())
        wizard = (
            self.env["dan_chu.plan.paste"]
            .with_user(self.officer)
            .create({"plan_id": plan.id, "pasted": TEXT, "how": "replace"})
        )
        with self.assertRaisesRegex(UserError, "is issued and does not change"):
            wizard.action_paste()

    def test_nothing_pasted_is_said(self):
        wizard = (
            self.env["dan_chu.plan.paste"]
            .with_user(self.officer)
            .create({"plan_id": self.plan().id, "pasted": "  \n"})
        )
        with self.assertRaisesRegex(UserError, "Nothing was pasted"):
            wizard.action_paste()

    def test_others_have_no_business_with_it(self):
        plan = self.plan()
        wizards = self.env["dan_chu.plan.paste"]
        for user in (self.staff, self.inspector, self.upper_officer, self.manager):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                wizards.with_user(user).create({"plan_id": plan.id, "pasted": TEXT})
        mine = wizards.with_user(self.officer).create({"plan_id": plan.id, "pasted": TEXT})
        with self.assertRaises(AccessError):
            self.as_user(mine, self.two_roles).action_paste()
