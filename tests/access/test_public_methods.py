"""Every method without an underscore is an API of Odoo 19: known here, and closed to outsiders."""

from odoo.exceptions import AccessError

from tests.access.rows import Rows
from tests.access.variants import VARIANTS
from tests.boards import BoardCase

MODULE = "odoo.addons.dan_chu_co_so."
# Overrides of what Odoo has on every model, which asks for access by itself.
OF_ODOO = {
    "copy",
    "copy_data",
    "create",
    "write",
    "unlink",
    "web_read",
    "default_get",
    "get_metadata",
    "onchange",
    "report_action",
    "message_subscribe",
}
KNOWN = {
    ("dan_chu.assignment", "action_end_today"),
    ("dan_chu.board", "action_end"),
    ("dan_chu.board", "action_new_paper"),
    ("dan_chu.board", "action_number_by_hand"),
    ("dan_chu.board", "action_number_here"),
    ("dan_chu.board", "action_open_end"),
    ("dan_chu.board", "action_open_first_meeting"),
    ("dan_chu.board", "action_open_recognise"),
    ("dan_chu.board", "action_recognise"),
    ("dan_chu.board.end", "action_end"),
    ("dan_chu.board.mandate.end", "action_end"),
    ("dan_chu.board.meeting", "action_hold"),
    ("dan_chu.board.member", "action_open_end"),
    ("dan_chu.board.paper", "action_compose"),
    ("dan_chu.board.paper", "action_compose_again"),
    ("dan_chu.board.paper", "action_fill_number"),
    ("dan_chu.board.paper", "action_follow_up"),
    ("dan_chu.board.paper", "action_issue"),
    ("dan_chu.board.paper", "action_print_docx"),
    ("dan_chu.board.paper", "action_print_pdf"),
    ("dan_chu.board.paper", "action_record_paper_issue"),
    ("dan_chu.board.paper", "action_return"),
    ("dan_chu.board.paper", "action_submit"),
    ("dan_chu.board.paper", "action_verify"),
    ("dan_chu.board.paper", "action_withdraw"),
    ("dan_chu.board.paper", "preview_pages"),
    ("dan_chu.board.recognise", "action_recognise"),
    ("dan_chu.delivery", "action_open_docx"),
    ("dan_chu.delivery", "action_open_pdf"),
    ("dan_chu.delivery", "action_receive"),
    ("dan_chu.delivery", "action_take_over"),
    ("dan_chu.directive", "action_add_all_staff"),
    ("dan_chu.directive", "action_back_to_draft"),
    ("dan_chu.directive", "action_open_deliver"),
    ("dan_chu.directive", "action_open_deliveries"),
    ("dan_chu.directive", "action_publish"),
    ("dan_chu.directive", "action_studied_by_me"),
    ("dan_chu.directive.deliver", "action_deliver"),
    ("dan_chu.directive.reader", "action_open"),
    ("dan_chu.directive.reader", "action_studied"),
    ("dan_chu.document", "action_fill_number"),
    ("dan_chu.document", "action_issue"),
    ("dan_chu.document", "action_open"),
    ("dan_chu.document", "action_print_docx"),
    ("dan_chu.document", "action_print_pdf"),
    ("dan_chu.document", "action_record_paper_issue"),
    ("dan_chu.document", "action_return"),
    ("dan_chu.document", "action_submit"),
    ("dan_chu.document", "action_verify"),
    ("dan_chu.document", "action_withdraw"),
    ("dan_chu.document.number", "action_confirm"),
    ("dan_chu.document.paper.issue", "action_confirm"),
    ("dan_chu.document.print", "print_slice"),
    ("dan_chu.document.reason", "action_confirm"),
    ("dan_chu.duty.line", "action_make"),
    ("dan_chu.duty.line", "action_open_task"),
    ("dan_chu.duty.line", "action_switch_off"),
    ("dan_chu.duty.line", "action_switch_on"),
    ("dan_chu.finding", "phone_screen"),
    ("dan_chu.finding", "record_from_phone"),
    ("dan_chu.finding.evidence", "record_from_phone"),
    ("dan_chu.inspection", "action_add_members"),
    ("dan_chu.inspection", "action_agree"),
    ("dan_chu.inspection", "action_announce"),
    ("dan_chu.inspection", "action_cancel"),
    ("dan_chu.inspection", "action_close"),
    ("dan_chu.inspection", "action_conclude"),
    ("dan_chu.inspection", "action_follow_up"),
    ("dan_chu.inspection", "action_load_template"),
    ("dan_chu.inspection", "action_new_paper"),
    ("dan_chu.inspection", "action_new_recommendation"),
    ("dan_chu.inspection", "action_note_findings"),
    ("dan_chu.inspection", "action_open_findings"),
    ("dan_chu.inspection", "action_open_recommendations"),
    ("dan_chu.inspection", "action_open_standing"),
    ("dan_chu.inspection", "action_record_paper"),
    ("dan_chu.inspection", "action_start"),
    ("dan_chu.inspection.announce", "action_announce"),
    ("dan_chu.inspection.cancel", "action_confirm"),
    ("dan_chu.inspection.paper", "action_confirm"),
    ("dan_chu.notice", "action_fill_number"),
    ("dan_chu.notice", "action_follow_up"),
    ("dan_chu.notice", "action_issue"),
    ("dan_chu.notice", "action_print_docx"),
    ("dan_chu.notice", "action_print_pdf"),
    ("dan_chu.notice", "action_record_paper_issue"),
    ("dan_chu.notice", "action_return"),
    ("dan_chu.notice", "action_submit"),
    ("dan_chu.notice", "action_verify"),
    ("dan_chu.notice", "action_withdraw"),
    ("dan_chu.notice", "preview_pages"),
    ("dan_chu.petition", "action_accept"),
    ("dan_chu.petition", "action_answer"),
    ("dan_chu.petition", "action_forward"),
    ("dan_chu.petition", "action_refuse"),
    ("dan_chu.petition", "action_take_into"),
    ("dan_chu.petition", "hand_in"),
    ("dan_chu.petition.hand.in", "action_hand_in"),
    ("dan_chu.petition.say", "action_confirm"),
    ("dan_chu.plan", "action_cascade"),
    ("dan_chu.plan", "action_copy_next_period"),
    ("dan_chu.plan", "action_draft_assignments"),
    ("dan_chu.plan", "action_fill_number"),
    ("dan_chu.plan", "action_follow_up"),
    ("dan_chu.plan", "action_issue"),
    ("dan_chu.plan", "action_open_tasks"),
    ("dan_chu.plan", "action_print_docx"),
    ("dan_chu.plan", "action_print_pdf"),
    ("dan_chu.plan", "action_progress_excel"),
    ("dan_chu.plan", "action_progress_pdf"),
    ("dan_chu.plan", "action_record_paper_issue"),
    ("dan_chu.plan", "action_return"),
    ("dan_chu.plan", "action_stop_sending"),
    ("dan_chu.plan", "action_submit"),
    ("dan_chu.plan", "action_verify"),
    ("dan_chu.plan", "action_withdraw"),
    ("dan_chu.plan", "preview_pages"),
    ("dan_chu.plan.addressee", "action_begin"),
    ("dan_chu.plan.addressee", "action_copy_reminder"),
    ("dan_chu.plan.addressee", "action_link"),
    ("dan_chu.plan.addressee", "action_open_lower_pdf"),
    ("dan_chu.plan.addressee", "action_open_upper_pdf"),
    ("dan_chu.plan.addressee", "action_remind"),
    ("dan_chu.plan.begin", "action_begin"),
    ("dan_chu.plan.link", "action_link"),
    ("dan_chu.plan.paste", "action_paste"),
    ("dan_chu.plan.send", "action_send"),
    ("dan_chu.programme.line", "action_make_inspection"),
    ("dan_chu.recommendation", "action_answer"),
    ("dan_chu.recommendation", "action_close_to_staff"),
    ("dan_chu.recommendation", "action_hand_on"),
    ("dan_chu.recommendation", "action_new_letter"),
    ("dan_chu.recommendation", "action_open"),
    ("dan_chu.recommendation", "action_receive"),
    ("dan_chu.recommendation", "action_send"),
    ("dan_chu.recommendation", "action_urge"),
    ("dan_chu.recommendation", "action_verify"),
    ("dan_chu.recommendation.answer", "action_answer"),
    ("dan_chu.recommendation.reply", "action_give"),
    ("dan_chu.recommendation.reply", "action_open_recommendation"),
    ("dan_chu.recommendation.reply", "action_receive"),
    ("dan_chu.recommendation.say", "action_say"),
    ("dan_chu.revision", "action_open_docx"),
    ("dan_chu.revision", "action_open_pdf"),
    ("dan_chu.revision", "action_verify"),
    ("dan_chu.task", "action_accept"),
    ("dan_chu.task", "action_answer_difficulty"),
    ("dan_chu.task", "action_ask_date"),
    ("dan_chu.task", "action_cancel"),
    ("dan_chu.task", "action_copy_reminder"),
    ("dan_chu.task", "action_done"),
    ("dan_chu.task", "action_give"),
    ("dan_chu.task", "action_grant_date"),
    ("dan_chu.task", "action_open_close"),
    ("dan_chu.task", "action_open_reassign"),
    ("dan_chu.task", "action_open_source"),
    ("dan_chu.task", "action_refuse_date"),
    ("dan_chu.task", "action_reopen"),
    ("dan_chu.task", "action_report_difficulty"),
    ("dan_chu.task", "action_send_back"),
    ("dan_chu.task", "action_start"),
    ("dan_chu.task.close", "action_close"),
    ("dan_chu.task.paste", "action_paste"),
    ("dan_chu.task.reassign", "action_reassign"),
    ("dan_chu.task.say", "action_say"),
    ("dan_chu.task.sheet", "action_excel"),
    ("dan_chu.task.sheet", "action_pdf"),
    ("dan_chu.unit", "action_open_below"),
    ("dan_chu.unit", "action_open_staff"),
    ("dan_chu.unit.from.hr", "action_apply"),
}
# Answers with the address of a list, in which each finds what they may read.
SAYS_NOTHING = {("dan_chu.directive", "action_open_deliveries")}


class TestPublicMethods(BoardCase):
    def _public_methods(self):
        for name, model in self.registry.items():
            if model._abstract:
                continue
            for parent in model.mro():
                if parent.__module__.startswith(MODULE):
                    for method, function in vars(parent).items():
                        is_private = method.startswith("_") or self._is_private(model, method)
                        if callable(function) and not is_private and method not in OF_ODOO:
                            yield name, method

    def _is_private(self, model, method):
        """As Odoo asks: whoever overrides a private method makes no public one of it."""
        return any(hasattr(getattr(parent, method, None), "_api_private") for parent in model.mro())

    def test_each_public_method_is_known(self):
        self.assertEqual(set(self._public_methods()), KNOWN)

    def test_each_public_method_is_closed_to_those_without_a_role(self):
        rows = Rows(self)
        for model, method in KNOWN - SAYS_NOTHING:
            variant = next(iter(VARIANTS[model]))
            row = rows.row(model, variant, self.school, self.officer)
            for user in (self.ended, self.no_role):
                called = self.subTest(call=f"{model}.{method}", user=user.login)
                with called, self.assertRaises(AccessError):
                    getattr(self.as_user(row, user), method)()
