"""What must not come out by a side door: counts, groups, names, nested reads, files, contexts."""

from odoo.fields import Command

from tests.access.doors import DoorsCase, Refused

DIRECTIVE = "dan_chu.directive"
DELIVERY = "dan_chu.delivery"
SECRET = "Tên mật của dự thảo"


class TestLeaks(DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.draft = cls.make_directive(cls.school, name=SECRET, note="Ghi chú mật")
        cls.published = cls.make_directive(cls.school, published=True)
        cls.from_above = cls.make_directive(cls.department, name=SECRET, published=True)
        cls.from_above.message_post(body="Trao đổi mật")
        cls.delivery = cls.from_above._deliver_to(cls.school)

    def test_counts_and_groups_know_only_what_one_may_read(self):
        domain = [("unit_id", "=", self.school.id)]
        for user, seen in (
            (self.staff, 1),
            (self.officer, 2),
            (self.upper_officer, 0),
            (self.no_role, None),
        ):
            for method, arguments, count in (
                ("search_count", {"domain": domain}, lambda answer: answer),
                (
                    "formatted_read_group",
                    {"domain": domain, "groupby": ["unit_id"], "aggregates": ["__count"]},
                    lambda answer: sum(group["__count"] for group in answer),
                ),
                (
                    "web_read_group",
                    {"domain": domain, "groupby": ["state"], "aggregates": ["__count"]},
                    lambda answer: sum(group["__count"] for group in answer["groups"]),
                ),
                (
                    "search_panel_select_range",
                    {"field_name": "unit_id", "enable_counters": True, "search_domain": domain},
                    lambda answer: max((value["__count"] for value in answer["values"]), default=0),
                ),
            ):
                with self.subTest(user=user.login, method=method):
                    if seen is None:
                        self.assert_refused(user, DIRECTIVE, method, **arguments)
                        continue
                    for _door, answer in self.by_each_door(user, DIRECTIVE, method, **arguments):
                        self.assertEqual(count(answer), seen)

    def test_no_context_opens_a_draft(self):
        for context in (
            {"tracking_disable": True, "active_test": False},
            {"su": True, "sudo": True, "uid": 1, "user_id": 1, "bypass_access": True},
            {"allowed_company_ids": self.env.companies.ids, "force_company": 1},
            {"_allow_read_hr_employee": True, "_dan_chu": True},
            {"lang": "vi_VN", "bin_size": True, "prefetch_fields": False},
            {"install_mode": True, "import_file": True, "module": "dan_chu_co_so"},
        ):
            for user in (self.staff, self.upper_officer):
                self.assert_refused(
                    user, DIRECTIVE, "read", [self.draft.id], fields=["note"], context=context
                )
                for _door, answer in self.by_each_door(
                    user, DIRECTIVE, "search", domain=[("id", "=", self.draft.id)], context=context
                ):
                    self.assertFalse(answer)

    def test_tracking_switched_off_hides_no_publication(self):
        self.by_session(
            self.officer,
            DIRECTIVE,
            "action_publish",
            [self.draft.id],
            context={"tracking_disable": True, "mail_notrack": True},
        )
        self.assertEqual(self.draft.published_by_id, self.officer)

    def test_the_recipient_reads_the_delivery_and_never_the_senders_text(self):
        for user in (self.staff, self.officer, self.head):
            for specification in (
                {"directive_id": {"fields": {"note": {}}}},
                {"directive_id": {"fields": {"message_ids": {"fields": {"body": {}}}}}},
                {"directive_id": {"fields": {"delivery_ids": {}}}},
                {"file_ids": {"fields": {"directive_id": {"fields": {"note": {}}}}}},
            ):
                self.assert_refused(
                    user, DELIVERY, "web_read", [self.delivery.id], specification=specification
                )
            self.assert_refused(user, DIRECTIVE, "read", [self.from_above.id], fields=["name"])

    def test_the_recipient_learns_nothing_of_the_senders_text_by_searching(self):
        for domain in (
            [("directive_id.message_ids.body", "ilike", "mật")],
            [("directive_id.name", "ilike", SECRET)],
            [("directive_id.delivery_ids", "!=", False)],
        ):
            for user in (self.staff, self.officer):
                for _door, found in self.by_each_door(user, DELIVERY, "search", domain=domain):
                    self.assertFalse(found)

    def test_the_other_recipients_are_not_known_to_a_recipient(self):
        other = self.from_above._deliver_to(self.sibling)
        for user in (self.staff, self.officer, self.head):
            self.assert_refused(user, DELIVERY, "read", [other.id], fields=["unit_id"])

    def test_the_name_of_a_paper_is_not_learned_by_pointing_at_it(self):
        """Odoo reads the name of a many2one with the rights of the system, even of a new row."""
        foreign = self.make_directive(self.sibling, name=SECRET)
        wanted = {"directive_id": {"fields": {"display_name": {}}}}
        for user in (self.staff, self.officer, self.upper_officer):
            for model in (
                "dan_chu.directive.reader",
                "dan_chu.directive.file",
                "dan_chu.directive.deliver",
            ):
                for method, arguments in (
                    (
                        "onchange",
                        {
                            "ids": [],
                            "values": {"directive_id": foreign.id},
                            "field_names": ["directive_id"],
                            "fields_spec": wanted,
                        },
                    ),
                    (
                        "onchange",
                        {
                            "ids": [],
                            "values": {},
                            "field_names": [],
                            "fields_spec": wanted,
                            "context": {"default_directive_id": foreign.id},
                        },
                    ),
                ):
                    with self.subTest(
                        user=user.login, model=model, context=arguments.get("context")
                    ):
                        self.assertNotIn(SECRET, self._said(user, model, method, **arguments))

    def _said(self, user, model, method, **arguments):
        try:
            return str(self.by_session(user, model, method, **arguments))
        except Refused as refused:
            return refused.message

    def test_the_files_are_downloaded_by_those_who_may_read_them(self):
        draft, published, sent = (
            text.file_ids for text in (self.draft, self.published, self.from_above)
        )
        for user, opens in (
            (self.staff, published | sent),
            (self.officer, draft | published | sent),
            (self.two_roles, draft | published | sent),
            (self.upper_officer, sent),
            (self.ended, sent.browse()),
            (self.no_role, sent.browse()),
            (self.manager, sent.browse()),
        ):
            self.authenticate(user.login, user.login)
            for file in draft | published | sent:
                with self.subTest(user=user.login, file=file.directive_id.name):
                    self.assertEqual(self._downloads(file), {file in opens})

    def _downloads(self, file):
        attachment = self.env["ir.attachment"].search(
            [("res_model", "=", file._name), ("res_id", "=", file.id), ("res_field", "=", "data")]
        )
        addresses = (
            f"/web/content/{file._name}/{file.id}/data",
            f"/web/content?model={file._name}&id={file.id}&field=data",
            f"/web/content/{attachment.id}",
        )
        answers = [self.url_open(address) for address in addresses]
        guessed = self.url_open(f"/web/content/{attachment.id}?access_token=abc")
        self.assertEqual(guessed.status_code, 404)
        return {answer.status_code == 200 and answer.content == b"noi dung" for answer in answers}

    def test_a_follower_without_access_reads_no_message(self):
        self.draft.message_subscribe(self.staff.partner_id.ids)
        message = self.draft.message_post(body="Trao đổi mật", subtype_xmlid="mail.mt_comment")
        self.assert_refused(self.staff, "mail.message", "read", [message.id], fields=["body"])
        self.authenticate(self.staff.login, self.staff.login)
        answer = self.opener.post(
            f"{self.base_url()}/mail/thread/messages",
            json={
                "params": {
                    "thread_model": DIRECTIVE,
                    "thread_id": self.draft.id,
                    "fetch_params": {},
                }
            },
        )
        self.assertNotIn("Trao đổi mật", answer.text)

    def test_nobody_posts_on_a_paper_they_may_not_write(self):
        for user in (self.staff, self.upper_officer):
            for text in (self.draft, self.published):
                self.assert_refused(user, DIRECTIVE, "message_post", [text.id], body="Tôi xem được")

    def test_a_message_posted_with_a_file_of_another_paper_opens_nothing(self):
        file = self.draft.message_post(body="Kèm", attachments=[("mat.txt", b"mat")]).attachment_ids
        own = {"body": "Xem", "attachment_ids": file.ids}
        self.assert_refused(self.staff, DIRECTIVE, "message_post", [self.draft.id], **own)
        mine = self.make_directive(self.sibling)
        self.assign(self.ended, "officer", self.sibling)
        self.assert_refused(self.ended, DIRECTIVE, "message_post", [mine.id], **own)
        self.assert_refused(self.ended, "ir.attachment", "read", file.ids, fields=["raw"])
        self.assert_refused(
            self.ended,
            DIRECTIVE,
            "write",
            [mine.id],
            vals={"file_ids": [Command.link(self.draft.file_ids.id)]},
        )
