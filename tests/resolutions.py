"""A conference that was held, and its resolution as far along as a test asks for."""

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.conferences import ConferenceWorld

SCAN = {"name": "nghi-quyet.pdf", "data": b"JVBERi0xLjcgc2Nhbg=="}


class Resolutions(ConferenceWorld):
    """`self.speaker` signs for the staff, `self.head` for the conference."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.speaker = cls.representative
        cls.quiet["hr.employee"].browse(cls.head.employee_id.id).name = "Lê Thị Hạnh"
        cls.quiet["hr.employee"].browse(cls.speaker.employee_id.id).name = "Trần Văn Phú"
        cls.school.write(
            {"head_id": cls.head.employee_id.id, "head_title": "Hiệu trưởng", "place": "Lam Châu"}
        )

    @classmethod
    def held(cls, **values):
        """In session, with the resolution passed by show of hands; then closed."""
        conference = cls.make_conference("open", **values)
        present = conference.present_count
        vote = cls.make_vote(conference)
        vote.action_open()
        vote.enter_totals({"votes_for": present - 1, "votes_against": 1})
        vote.action_close()
        conference.action_close()
        return conference

    @classmethod
    def make_resolution(cls, conference=None, state="draft", commitments=None, **values):
        """By the officer; issued once both have signed it."""
        conference = conference or cls.held()
        rows = commitments
        if rows is None:
            rows = [
                {
                    "name": "Sửa nhà vệ sinh học sinh",
                    "who": "Hiệu trưởng",
                    "time_text": "31/12/2099",
                },
                {"name": "Thăm hỏi người ốm", "employee_id": cls.staff.employee_id.id},
            ]
        papers = cls.env["dan_chu.resolution"].with_user(cls.officer)
        paper = papers.with_context(mail_create_nolog=True).create(
            {
                "conference_id": conference.id,
                "commitment_ids": [Command.create(row) for row in rows],
                **values,
            }
        )
        if state in ("submitted", "issued"):
            paper.action_submit()
        if state == "issued":
            conference.with_user(cls.speaker).action_sign_resolution()
            paper.with_user(cls.head).action_issue()
        return paper.with_env(cls.env)

    @classmethod
    def recorded(cls, paper, date=None):
        """Signed on paper, on that day."""
        paper.with_user(cls.officer).action_record_paper_issue({"date": date or today()})
        return paper
