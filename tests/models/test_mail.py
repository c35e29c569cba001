from odoo.exceptions import AccessError

from tests.common import DanChuCase


class TestMail(DanChuCase):
    """Who hears of a paper: those who work on it, and nobody who was merely put on a list."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls.make_directive(cls.school)

    def _told(self, message):
        """The partners to whom a notification or an e-mail of the message goes."""
        mails = self.env["mail.mail"].search([("mail_message_id", "=", message.id)])
        return message.notified_partner_ids | mails.recipient_ids

    def _post(self, paper, **values):
        paper = paper.with_user(self.officer)
        return paper.message_post(
            body="Đề nghị góp ý dự thảo", subtype_xmlid="mail.mt_comment", **values
        ).sudo()

    def test_a_follower_who_works_on_the_paper_is_told(self):
        self.draft.message_subscribe(self.head.partner_id.ids)
        self.assertIn(self.head.partner_id, self._told(self._post(self.draft)))

    def test_a_follower_without_access_is_told_nothing(self):
        outsider = self.env["res.partner"].create(
            {"name": "Người ngoài", "email": "ngoai@example.com"}
        )
        followers = (
            self.staff | self.ended | self.no_role | self.upper_officer | self.manager
        ).partner_id | outsider
        self.draft.message_subscribe(followers.ids)
        self.assertFalse(self._told(self._post(self.draft)) & followers)

    def test_publication_does_not_let_readers_into_the_discussion(self):
        self.draft.message_subscribe(self.staff.partner_id.ids)
        self.draft.action_publish()
        message = self._post(self.draft)
        self.assertNotIn(self.staff.partner_id, self._told(message))
        with self.assertRaises(AccessError):
            self.as_user(message, self.staff).read(["body"])

    def test_a_mention_does_not_open_a_paper(self):
        message = self._post(self.draft, partner_ids=self.staff.partner_id.ids)
        self.assertNotIn(self.staff.partner_id, self._told(message))

    def test_tracked_values_are_read_by_those_who_work_on_the_paper(self):
        self.cr.flush()
        self.draft.name = "Tên mới của văn bản"
        self.draft.action_publish()
        self.cr.flush()
        self.draft.invalidate_recordset()
        tracked = self.draft.message_ids.filtered("tracking_value_ids")
        self.assertTrue(tracked)
        seen_by = {user: self._sees(tracked, user) for user in (self.officer, self.staff)}
        self.assertEqual(seen_by, {self.officer: True, self.staff: False})

    def _sees(self, messages, user):
        found = self.as_user(messages, user).search([("id", "in", messages.ids)])
        return set(found.ids) == set(messages.ids)

    def test_who_loses_the_role_follows_no_longer_and_has_nothing_to_read_or_do(self):
        partner = self.head.partner_id
        self.draft.message_subscribe(partner.ids)
        self.head.notification_type = "inbox"
        self._post(self.draft, partner_ids=partner.ids)
        self.draft.activity_schedule("mail.mail_activity_data_todo", user_id=self.head.id)
        notified = [
            ("res_partner_id", "=", partner.id),
            ("mail_message_id.res_id", "=", self.draft.id),
        ]
        to_do = [("user_id", "=", self.head.id), ("res_id", "=", self.draft.id)]
        self.assertTrue(self.env["mail.notification"].search(notified))
        self.assertTrue(self.env["mail.activity"].search(to_do))
        self.head.dan_chu_assignment_ids.action_end_today()
        self.assertNotIn(partner, self.draft.message_partner_ids)
        self.assertFalse(self.env["mail.notification"].search(notified))
        self.assertFalse(self.env["mail.activity"].search(to_do))

    def test_who_loses_the_role_reads_neither_what_was_sent_to_them_nor_what_they_wrote(self):
        sent = self._post(self.draft, partner_ids=self.head.partner_id.ids)
        written = self.draft.with_user(self.head).message_post(body="Đồng ý").sudo()
        messages = sent | written
        self.assertTrue(self._sees(messages, self.head))
        self.head.dan_chu_assignment_ids.action_end_today()
        self.assertFalse(self._sees(messages, self.head))
        for message in messages:
            with self.assertRaisesRegex(AccessError, "discussion of a working paper"):
                self.as_user(message, self.head).read(["body"])

    def test_who_keeps_another_role_goes_on_following_what_it_reaches(self):
        there = self.make_directive(self.sibling)
        self.assign(self.two_roles, "officer", self.sibling)
        partner = self.two_roles.partner_id
        (self.draft | there).message_subscribe(partner.ids)
        here = self.two_roles.dan_chu_assignment_ids.filtered(
            lambda role: role.unit_id == self.school
        )
        here.action_end_today()
        self.assertNotIn(partner, self.draft.message_partner_ids)
        self.assertIn(partner, there.message_partner_ids)
