"""Over real RPC: what is prepared, said and counted at a conference is read by whom it is for."""

import base64

from odoo.fields import Command

from tests.access.conference_attacks import ConferenceAttacks
from tests.access.leak_hunt import LeakHunt
from tests.access.test_public_methods import KNOWN

SECRET = "Điều kín của Hội nghị"
# What anybody may ask, and is answered by what is theirs.
_FOR_ALL = {
    ("dan_chu.conference", "my_conference"),
    ("dan_chu.conference", "door_screen"),
    ("dan_chu.conference", "notes_screen"),
    ("dan_chu.vote", "counting_screen"),
}
PAGE = base64.b64encode(b"%PDF-1.4 Dieu kin").decode()


class ConferenceLeaks(LeakHunt, ConferenceAttacks):
    """`rows`: one that is being prepared with all its lists, and what was entered at the other
    one of each of the staff; who hears none of it is in `outsiders`."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._make_secret_draft()
        cls._make_secrets_of_the_day()
        cls.rows = cls._secret_rows()
        cls.env.flush_all()

    @classmethod
    def _make_secret_draft(cls):
        person = cls.people_of(cls.school)[0]
        cls.secret_draft = cls.quiet["dan_chu.conference"].create(
            {
                "unit_id": cls.school.id,
                "name": SECRET,
                "kind": "extraordinary",
                "location": SECRET,
                "preparatory_note": SECRET,
                "asked_why": SECRET,
                "body_ids": [Command.create({"name": SECRET})],
                "allocation_ids": [Command.create({"section": SECRET, "note": SECRET})],
                "attendee_ids": [Command.create({"name": SECRET, "is_guest": True})],
                "item_ids": [Command.create({"name": SECRET, "speaker": SECRET})],
                "file_ids": [Command.create({"name": f"{SECRET}.pdf", "data": PAGE})],
                "request_ids": [Command.create({"employee_id": person.id, "note": SECRET})],
            }
        )
        cls.secret_vote = cls.make_vote(cls.secret_draft, "paper", name=SECRET, candidates=person)
        cls.secret_vote.option_ids.position = SECRET
        paper = {"allocation_id": cls.secret_draft.allocation_ids.id, "name": f"{SECRET}.pdf"}
        cls.quiet["dan_chu.conference.allocation.file"].create({**paper, "data": PAGE})
        cls.secret_draft.with_env(cls.env).message_post(
            body=SECRET, attachments=[(f"{SECRET}.txt", b"Dieu kin")]
        )
        cls.secret_draft.with_env(cls.env).activity_schedule(
            "mail.mail_activity_data_todo", summary=SECRET, user_id=cls.officer.id
        )

    @classmethod
    def _make_secrets_of_the_day(cls):
        """Staff are at this conference; of one another they read nothing all the same."""
        conference = cls.conference
        cls.ill = cls.row_of(conference, cls.absent)
        cls.ill._put({"reason": SECRET})
        quiet = cls.quiet
        cls.note = quiet["dan_chu.conference.note"].create(
            {"conference_id": conference.id, "speaker": SECRET, "text": SECRET}
        )
        cls.opinion = quiet["dan_chu.conference.opinion"].create(
            {"conference_id": conference.id, "text": SECRET, "name": SECRET, "answer": SECRET}
        )
        cls.paper = quiet["dan_chu.conference.paper"].create(
            {"conference_id": conference.id, "form": "invitation", "content": f"<p>{SECRET}</p>"}
        )
        cls.resolution = quiet["dan_chu.resolution"].create(
            {
                "conference_id": cls.closed.id,
                "emulation": SECRET,
                "commitment_ids": [Command.create({"name": SECRET, "product": SECRET})],
            }
        )
        cls.resolution.content = f"<p>{SECRET}</p>"

    @classmethod
    def _secret_rows(cls):
        draft = cls.secret_draft
        rows = (
            draft,
            draft.body_ids,
            draft.allocation_ids,
            draft.allocation_ids.file_ids,
            draft.attendee_ids | cls.ill,
            draft.item_ids,
            draft.file_ids,
            draft.request_ids,
            cls.secret_vote | cls.named,
            cls.secret_vote.option_ids | cls.secret.option_ids,
            cls.note,
            cls.opinion,
            cls.paper,
            cls.resolution,
            cls.resolution.commitment_ids,
            cls.paper.document_id | cls.resolution.document_id,
        )
        return {row._name: row.with_env(cls.env) for row in rows}

    def closest(self):
        return (self.voter, self.clerk, self.sibling_officer, self.upper_supervisor, self.manager)

    def assert_untold(self, answer):
        self.assertNotIn(SECRET, str(answer))


class TestNothingIsRead(ConferenceLeaks):
    def test_every_field_of_every_row_one_may_read(self):
        self.hunt_fields((*self.closest(), self.guest, self.inspector, self.hr_officer))

    def test_every_way_of_asking_for_a_row(self):
        self.hunt_ways(self.closest())

    def test_no_search_through_what_points_at_it(self):
        self.hunt_paths((self.voter, self.sibling_officer), SECRET)

    def test_its_officer_reads_it_all(self):
        """That the attempts above are answered by nothing means something."""
        for model, row in self.rows.items():
            with self.subTest(model=model):
                found = self.as_user(self.env[model], self.officer).search([("id", "in", row.ids)])
                self.assertEqual(set(found.ids), set(row.ids))
                self.assertTrue(found.read())


class TestNothingIsNamed(ConferenceLeaks):
    def test_no_button_works_or_names_it(self):
        """Every public method of every model of conferences."""
        calls = sorted(call for call in KNOWN - _FOR_ALL if call[0] in self.rows)
        self.assertGreater(len(calls), 60)
        for user in (self.voter, self.sibling_officer, self.upper_supervisor, self.manager):
            self.authenticate(user.login, user.login)
            for model, method in calls:
                row = self.rows[model][:1]
                with self.subTest(user=user.login, call=f"{model}.{method}"):
                    answer = self.said(model, method, row.ids)
                    self.assert_untold(answer)
                    self.assertIsInstance(answer, str, "this was not refused")

    def test_who_does_not_vote_is_not_told_on_what(self):
        vote = self.make_vote(self.conference, "named", name=SECRET)
        vote.with_user(self.officer).action_open()
        self.env.flush_all()
        for user in (self.guest, self.sibling_officer, self.upper_head, self.manager):
            self.assert_untold(self.cast(user, vote))
        vote.action_close()
        vote._finish_closing()
        self.env.flush_all()
        for user in (self.guest, self.sibling_officer, self.upper_head, self.manager):
            for more in ({}, {"code": "AAAA-BBBB"}, {"receipt": "0"}):
                with self.subTest("closed", user=user.login, more=more):
                    self.assert_untold(self.cast(user, vote, **more))

    def test_a_name_is_not_learned_by_pointing_at_it(self):
        self.hunt_pointers((self.voter, self.sibling_officer, self.upper_head))

    def test_no_result_is_known_before_the_vote_is_closed(self):
        """Neither of a ballot in the box, nor of a paper one that is being counted."""
        self.cast(self.voter, self.named)
        counted = self.make_vote(self.conference, "paper", matter="procedure", name="Đang đếm")
        counted.with_user(self.officer).action_open()
        counted.write({"issued": 9, "collected": 9, "valid": 9, "votes_for": 7})
        self.env.flush_all()
        for user in (self.voter, self.clerk, self.guest, self.sibling_officer):
            self.authenticate(user.login, user.login)
            for vote in (self.named, counted):
                answer = self.said("dan_chu.vote", "read", vote.ids, fields=["votes_for"])
                self.assertIsInstance(answer, str, user.login)
            found = self.said(
                "dan_chu.vote",
                "search_count",
                domain=[("conference_id", "=", self.conference.id), ("votes_for", ">", 0)],
            )
            self.assertEqual(found, 0)
        for user in (self.officer, self.head, self.representative):
            self.authenticate(user.login, user.login)
            (row,) = self.said("dan_chu.vote", "read", self.named.ids)
            for name in ("votes_for", "votes_against", "votes_blank", "valid", "collected"):
                self.assertFalse(row[name], name)

    def test_the_phone_and_the_screens_tell_of_nobody_else(self):
        conference = self.conference
        for user in self.outsiders():
            self.authenticate(user.login, user.login)
            for model, method, ids, arguments in (
                ("dan_chu.conference", "my_conference", None, {}),
                ("dan_chu.conference", "my_conference", None, {"conference_id": conference.id}),
                (
                    "dan_chu.conference",
                    "my_conference",
                    None,
                    {"conference_id": self.secret_draft.id},
                ),
                ("dan_chu.conference", "quorum_screen", conference.ids, {}),
                ("dan_chu.conference", "quorum_screen", self.secret_draft.ids, {}),
                ("dan_chu.conference", "door_screen", None, {}),
                ("dan_chu.conference", "notes_screen", None, {}),
                ("dan_chu.vote", "counting_screen", None, {}),
                ("dan_chu.vote", "counting_screen", None, {"vote_id": self.secret_vote.id}),
            ):
                with self.subTest(user=user.login, method=method):
                    answer = self.said(model, method, ids, **arguments)
                    self.assert_untold(answer)

    def test_messages_files_and_activities(self):
        messages = self.env["mail.message"].search([("body", "ilike", SECRET)])
        activities = self.env["mail.activity"].search([("summary", "=", SECRET)])
        kept = ["|", ("res_field", "=", False), ("res_field", "!=", False)]
        files = self.env["ir.attachment"].search([("name", "ilike", SECRET), *kept])
        files |= self.env["ir.attachment"].search(
            [
                ("res_model", "in", list(self.rows)),
                ("res_id", "in", [row.id for found in self.rows.values() for row in found]),
                ("res_field", "=", "data"),
            ]
        )
        self.assertTrue(messages and activities)
        self.assertGreaterEqual(len(files), 3)
        for user in (*self.outsiders(), self.clerk):
            self.authenticate(user.login, user.login)
            for rows in (messages, activities, files):
                for row in rows:
                    with self.subTest(user=user.login, row=row):
                        answer = self.said(row._name, "read", row.ids)
                        self.assertIsInstance(answer, str)
                        self.assert_untold(answer)
            for file in files:
                for address in (f"/web/content/{file.id}", f"/web/image/{file.id}"):
                    with self.subTest(user=user.login, address=address):
                        self.assertNotIn(b"Dieu kin", self.url_open(address).content)

    def test_prints(self):
        reports = self.env["ir.actions.report"].search([("model", "in", list(self.rows))])
        self.assertTrue(reports)
        addresses = [
            f"/report/{kind}/{report.report_name}/{self.rows[report.model].ids[0]}"
            for report in reports
            for kind in ("pdf", "html")
        ]
        addresses += [
            f"/dan_chu/word/{paper.document_id.id}" for paper in (self.paper, self.resolution)
        ]
        for user in self.outsiders():
            self.authenticate(user.login, user.login)
            for address in addresses:
                with self.subTest(user=user.login, address=address):
                    content = self.url_open(address).content
                    for sign in (b"%PDF", b"PK\x03\x04", SECRET.encode()):
                        self.assertNotIn(sign, content)
            for row in (self.paper, self.resolution):
                answer = self.said(row._name, "preview_pages", res_id=row.id)
                self.assertIsInstance(answer, str, "pages are shown")
