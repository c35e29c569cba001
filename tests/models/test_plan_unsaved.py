from odoo.fields import Command

from tests.plans import PlanCase


class TestPlanUnsaved(PlanCase):
    def test_rows_that_are_not_saved_are_numbered_once(self):
        """As the pages beside the form are: the plan is in memory, with changes of its rows."""
        plan = self.plan()
        rows = plan.section_ids._in_order()
        unsaved = plan.new(
            {
                "section_ids": [
                    Command.update(rows[0].id, {"text": "YÊU CẦU"}),
                    Command.delete(rows[2].id),
                    Command.create(
                        {"sequence": 99, "level": 1, "role": "heading", "text": "KINH PHÍ"}
                    ),
                ]
            },
            origin=plan,
        )
        printed = {text: number for _tag, number, text in unsaved._printed_text()}
        self.assertEqual((printed["YÊU CẦU"], printed["KINH PHÍ"]), ("I.", "III."))
