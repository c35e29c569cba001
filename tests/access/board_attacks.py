"""What the attacks on boards share: a board with a secret in every row of its work, and all who
have no business with it."""

import base64

from odoo import Command, fields

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.access.doors import DoorsCase, Refused
from tests.boards import BoardWorld

SECRET = "Điều mật của Ban"
CONTACT = "Số riêng 0900 000 001"
WORDS = (SECRET, CONTACT)
PAGE = base64.b64encode(b"%PDF-1.4 Dieu mat cua Ban").decode()
OTHER_PAGE = base64.b64encode(b"%PDF-1.4 to khac").decode()
# What a caller may send along; none of it is a key.
CONTEXTS = (
    {},
    {"active_test": False, "su": True, "uid": 1, "force": True, "bypass": True},
    {"install_mode": True, "import_file": True, "module": "dan_chu_co_so", "_force_unlink": True},
)


class BoardAttacks(BoardWorld, DoorsCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.upper_head = cls.make_user("upper_head", ("head", cls.department))
        cls.sibling_head = cls.make_user("sibling_head", ("head", cls.sibling))
        cls.teacher = cls.make_user("teacher", ("staff", cls.school))
        cls._make_programme()
        cls._make_inspection()
        cls._make_recommendations()
        cls._make_petition()
        cls._make_papers()
        cls._make_discussion()
        cls.rows = cls._secret_rows()
        cls.env.flush_all()

    @classmethod
    def _make_programme(cls):
        line = {"name": SECRET, "kind": "supervise", "subject_text": SECRET}
        values = {
            "board_id": cls.board.id,
            "title": SECRET,
            "section_ids": [Command.create({"text": SECRET})],
            "target_ids": [Command.create({"name": SECRET})],
            "programme_line_ids": [Command.create(line)],
            "basis_ids": [Command.create({"words": SECRET})],
            "recipient_ids": [Command.create({"name": SECRET})],
            "annex_ids": [Command.create({"name": SECRET})],
            "file_ids": [Command.create({"name": f"{SECRET}.pdf", "data": PAGE})],
        }
        cls.programme = cls.make_plan(cls.school, **values)

    @classmethod
    def _make_inspection(cls):
        cls.inspection, cls.concluded = (
            cls.quiet["dan_chu.inspection"].create(
                {
                    "name": name,
                    "board_id": cls.board.id,
                    "kind": "supervise",
                    "scope": SECRET,
                    "date_from": today(),
                    "date_to": today(),
                    "programme_line_id": line.id,
                    "item_ids": [Command.create({"name": SECRET, "note": SECRET})],
                    "team_ids": [Command.create({"name": "Trần Thị Dân", "tasks": SECRET})],
                    "request_ids": [Command.create({"name": SECRET})],
                    "file_ids": [Command.create({"name": f"{SECRET}.pdf", "data": PAGE})],
                }
            )
            for name, line in (
                (SECRET, cls.programme.programme_line_ids),
                ("Thu chi quý I", cls.programme.programme_line_ids.browse()),
            )
        )
        for inspection in (cls.inspection, cls.concluded):
            inspection._put({"state": "under_way", "started_on": today()})
            said = {"board_member_id": cls.third_mandate.id, "answer": "other", "text": SECRET}
            inspection.opinion_ids = [Command.create(said)]
        cls.finding, cls.concluded_finding = (
            cls.quiet(user=cls.member)["dan_chu.finding"]
            .sudo()
            .create(
                {
                    "inspection_id": inspection.id,
                    "finding_kind": "violation",
                    "text": SECRET,
                    "present": SECRET,
                    "evidence_ids": [Command.create({"name": f"{SECRET}.pdf", "data": PAGE})],
                }
            )
            .with_env(cls.env)
            for inspection in (cls.inspection, cls.concluded)
        )
        cls.env["dan_chu.informant"].create(
            {"finding_id": cls.finding.id, "name": SECRET, "contact": CONTACT}
        )
        cls.concluded._put({"state": "concluded", "concluded_on": today(), "conclusion": SECRET})

    @classmethod
    def _make_recommendations(cls):
        rows = cls.quiet["dan_chu.recommendation"]
        cls.draft = rows.create({"inspection_id": cls.inspection.id, "text": SECRET})
        cls.sent = rows.create({"inspection_id": cls.concluded.id, "text": "Niêm yết thu chi"})
        cls.sent.action_send()
        cls.sent.action_receive(fields.Date.to_string(today()))
        cls.answered = rows.create({"inspection_id": cls.concluded.id, "text": "Trả lại quỹ"})
        cls.answered.action_send()
        cls.answered.action_receive(fields.Date.to_string(today()))
        cls.answered.action_answer(
            {"answer_state": "refuse", "answer": "Đã trả", "files": [["a.pdf", PAGE]]}
        )
        cls.answered.outcome_person_ids = [Command.create({"name": SECRET})]

    @classmethod
    def _make_petition(cls):
        cls.petition = cls.env["dan_chu.petition"].browse(
            cls.quiet(user=cls.teacher)["dan_chu.petition"].hand_in(
                {
                    "name": "Bữa ăn bán trú",
                    "text": SECRET,
                    "is_confidential": True,
                    "contact": CONTACT,
                    "files": [{"name": f"{SECRET}.pdf", "data": PAGE}],
                }
            )
        )

    @classmethod
    def _make_papers(cls):
        papers = cls.quiet["dan_chu.board.paper"]
        values = {
            "unit_id": cls.school.id,
            "board_id": cls.board.id,
            "title": SECRET,
            "content": f"<p>{SECRET}</p>",
            "signatory_ids": [Command.create({"own_title": "TRƯỞNG BAN", "name": "Trần Ký"})],
        }
        cls.paper, cls.letter = (
            papers.create({**values, "form": form, "kind_id": papers._kind_of(form).id, **more})
            for form, more in (
                ("minutes", {"inspection_id": cls.inspection.id}),
                ("recommendation_letter", {}),
            )
        )
        named = {"recipient_unit_id": cls.elsewhere.id, "name": cls.elsewhere.name}
        cls.letter.recipient_ids = [Command.create(named)]
        cls.letter.action_submit()
        cls.letter.action_issue()

    @classmethod
    def _make_discussion(cls):
        for row in (cls.inspection, cls.programme, cls.paper, cls.draft, cls.sent):
            row.with_env(cls.env).message_post(
                body=SECRET, attachments=[(f"{SECRET}.txt", b"Dieu mat cua Ban")]
            )
            row.activity_schedule(
                "mail.mail_activity_data_todo", summary=SECRET, user_id=cls.member.id
            )

    @classmethod
    def _secret_rows(cls):
        """One of each model, of which nobody but the members of the board may know."""
        document = cls.programme.document_id
        rows = (
            cls.programme,
            document,
            document.basis_ids,
            document.recipient_ids,
            document.annex_ids,
            document.file_ids,
            document.signatory_ids,
            cls.programme.section_ids,
            cls.programme.target_ids,
            cls.programme.programme_line_ids,
            cls.inspection,
            cls.inspection.item_ids,
            cls.inspection.team_ids,
            cls.inspection.request_ids,
            cls.inspection.file_ids,
            cls.inspection.opinion_ids,
            cls.finding,
            cls.finding.evidence_ids,
            cls.finding.informant_ids,
            cls.draft,
            cls.answered.outcome_person_ids,
            cls.petition,
            cls.petition.file_ids,
            cls.paper,
            cls.letter.revision_ids,
            cls.letter.document_id.step_ids[:1],
            cls.letter.delivery_ids,
            cls.env["dan_chu.register.line"].search(
                [("document_id", "=", cls.letter.document_id.id)]
            ),
        )
        return {row._name: row.with_env(cls.env) for row in rows}

    def outsiders(self):
        """Who holds a role near the board, or watches it from above, and is no member of it."""
        return (
            self.officer,
            self.head,
            self.representative,
            self.inspector,
            self.staff,
            self.two_roles,
            self.sibling_leader,
            self.sibling_head,
            self.upper_leader,
            self.upper_officer,
            self.upper_head,
            self.upper_supervisor,
            self.manager,
            self.hr_officer,
            self.no_role,
        )

    def closest(self):
        """Of them those who see most, where every way is tried."""
        return (
            self.officer,
            self.head,
            self.representative,
            self.sibling_leader,
            self.upper_leader,
            self.upper_supervisor,
        )

    def said(self, model, method, ids=None, **arguments):
        """What who is logged in is answered, be it a refusal."""
        try:
            answer = self.by_same_session(model, method, ids, **arguments)
        except Refused as refused:
            answer = str(refused)
        self.env.invalidate_all()
        return answer

    def assert_untold(self, answer):
        for words in WORDS:
            self.assertNotIn(words, str(answer))
