"""A conference that ran: who came, what was said, how was voted, as its papers tell it."""

import re

from odoo import fields

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.conferences import ConferenceCase


class ConferencePaperCase(ConferenceCase):
    staff_total = 30

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for user, name, title in (
            (cls.head, "Lê Thị Hạnh", "Hiệu trưởng"),
            (cls.representative, "Trần Văn Phúc", "Giáo viên"),
            (cls.secretary, "Đỗ Thu Hà", "Giáo viên"),
            (cls.counter, "Vũ Minh Tâm", "Giáo viên"),
        ):
            person = cls.quiet["hr.employee"].browse(user.employee_id.id)
            person.write({"name": name, "job_title": title})
        cls.school.write(
            {"head_id": cls.head.employee_id.id, "head_title": "Hiệu trưởng", "place": "Lam Châu"}
        )
        cls.held = cls.run_conference()

    @classmethod
    def run_conference(cls, **values):
        """In session: 26 of 30 came, one is off the list, one excused, two away without leave."""
        conference = cls.make_conference("called", guests=2, **values)
        cls.give_duties(conference)
        staff = cls.summoned(conference).sorted(lambda row: (not row.duty, row.id))
        off, excused, *_rest = staff[::-1]
        off._put({"off_reason": "Nghỉ thai sản"})
        excused._enter({"status": "excused", "reason": "Đi học"}, "list")
        came = (staff - off - excused)[:26]
        came._enter({"status": "present", "arrived_on": fields.Datetime.now()}, "list")
        (staff - off - excused - came)._enter({"status": "absent"}, "list")
        conference._put({"state": "open", "is_valid": True, "opened_on": "2026-10-05 01:05:00"})
        cls.report, cls.discussion, cls.election = cls.add_items(
            conference, "Báo cáo tổng kết năm học", "Thảo luận", "Bầu Ban Thanh tra nhân dân"
        )
        cls.report._put({"kind": "report", "speaker": "Hiệu trưởng"})
        return conference

    @classmethod
    def note(cls, kind, text, item=None, user=None, **values):
        return (
            cls.env["dan_chu.conference.note"]
            .with_user(user or cls.officer)
            .create(
                {
                    "conference_id": cls.held.id,
                    "item_id": (item or cls.discussion).id,
                    "note_kind": kind,
                    "text": text,
                    **values,
                }
            )
        )

    @classmethod
    def vote(cls, method="hands", votes=(), item=None, **totals):
        """Held and closed; `votes` are those of the candidates, if it is an election."""
        people = cls.people_of(cls.school).filtered(lambda person: not person.user_id)
        candidates = people[: len(votes)]
        vote = cls.make_vote(
            cls.held, method, candidates=candidates, item_id=(item or cls.election).id
        )
        if votes:
            vote.write({"name": "Bầu Ban Thanh tra nhân dân", "seats": 3})
        vote = vote.with_user(cls.officer)
        vote.action_open()
        vote.write(totals)
        for option, number in zip(vote.option_ids, votes, strict=True):
            option.votes = number
        vote.action_close()
        return vote

    @classmethod
    def close(cls):
        cls.held._put({"state": "closed", "closed_on": "2026-10-05 04:30:00"})

    @classmethod
    def paper(cls, form, user=None, **values):
        papers = cls.env["dan_chu.conference.paper"].with_user(user or cls.officer)
        return papers.create({"form": form, "conference_id": cls.held.id, **values})

    @staticmethod
    def text(paper):
        """Its words, a space wherever a tag stood."""
        return " ".join(re.sub("<[^>]+>", " ", paper._printable("content")).split())

    @classmethod
    def approved(cls, paper):
        """Submitted, and approved by all who sign it but the head, who issues it."""
        paper.date = today()
        paper.action_submit()
        for user in paper.sudo().signatory_ids.employee_id.user_id - cls.head:
            paper.with_user(user).action_consent()
        return paper
