"""Conferences and their votes, the access matrix is tried on."""

import base64

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.common import NUMBERS

PAGE = base64.b64encode(b"%PDF-1.4 bao cao")
OTHER_PAGE = base64.b64encode(b"%PDF-1.4 du thao nghi quyet")


class ConferenceRows:
    """Part of `Rows`: each is made once, with the rights of the system.

    An inner part holds no conference: what is asked for there is that of its institution.
    """

    def __init__(self):
        self._conference_of = self.once(self._make_conference)
        self._vote_of = self.once(self._make_vote)
        self._on_list = self.once(self._make_attendee)
        self._person_of = self.once(self._make_person)
        self._opinion_of = self.once(self._make_opinion)
        self._conference_paper = self.once(self._make_conference_paper)
        self._resolution_of = self.once(self._make_resolution)
        self._check_of = self.once(self._make_check)

    def conference(self, unit, state="draft", purpose="", kind="full"):
        return self._conference_of(unit.institution_id, state, purpose, kind)

    def vote(self, unit, state, purpose=""):
        return self._vote_of(unit.institution_id, state, purpose)

    def attendee(self, unit, state, user):
        """The user's row on the list of a conference in that state."""
        return self._on_list(unit.institution_id, state, user)

    def person(self, unit, purpose):
        """Of the staff of the institution, without an account."""
        return self._person_of(unit.institution_id, purpose)

    def _make_person(self, top, purpose):
        return self.case.make_employee(f"Người {purpose} của {top.name}", top)

    def _make_conference(self, top, state, purpose, kind):
        conference = self.env["dan_chu.conference"].create(
            {
                "unit_id": top.id,
                "name": f"Hội nghị {purpose} của {top.name}",
                "kind": kind,
                "date": today(),
                "body_ids": [Command.create({"name": "Trường chính"})],
                "allocation_ids": [
                    Command.create({"section": "Đại biểu đương nhiên", "number": 2})
                ],
                "opinion_ids": [Command.create({"text": "Tăng giờ tự học"})],
                "attendee_ids": [Command.create({"name": "Khách mời", "is_guest": True})],
                "item_ids": [Command.create({"name": "Bầu Ban Thanh tra nhân dân"})],
                "file_ids": [Command.create({"name": "bao-cao.pdf", "data": PAGE})],
            }
        )
        allocation = conference.allocation_ids
        file = {"allocation_id": allocation.id, "name": "bien-ban.pdf", "data": PAGE}
        self.env["dan_chu.conference.allocation.file"].create(file)
        if kind == "extraordinary":
            asked = {"employee_id": self.person(top, "đề nghị").id}
            conference.request_ids = [Command.create(asked)]
        for reached in () if state == "draft" else ("called", "open", "closed"):
            conference._put({"state": reached})
            if reached == "called":
                conference.note_ids = [Command.create({"text": "Đề nghị sửa mái nhà xe"})]
            if reached == state:
                break
        return conference

    def _make_vote(self, top, state, purpose):
        """With a candidate; if it is closed, with a ballot and who cast it."""
        conference = self.conference(top, "open", f"biểu quyết {state} {purpose}")
        vote = self.env["dan_chu.vote"].create(
            {
                "conference_id": conference.id,
                "name": f"Bầu Ban Thanh tra nhân dân {purpose}",
                "matter": "election",
                "method": "named" if state == "closed" else "paper",
                "option_ids": [Command.create({"employee_id": self.spare_employee.id})],
            }
        )
        if state == "draft":
            return vote
        counted = dict.fromkeys(("base_count", "entitled", "issued", "collected", "valid"), 3)
        vote._put({"state": "open", **counted})
        if state == "open":
            return vote
        ballots, voters = (self.env[f"dan_chu.vote.{name}"] for name in ("ballot", "voter"))
        voter = conference.attendee_ids
        ballots._add(
            [
                {
                    "vote_id": vote.id,
                    "receipt": "0" * 32,
                    "attendee_id": voter.id,
                    "name": voter.name,
                    "choice": "x",
                }
            ]
        )
        voters._add([{"vote_id": vote.id, "attendee_id": voter.id, "name": voter.name}])
        vote._put({"state": "closed", "outcome": "passed"})
        conference._put({"state": "closed"})
        return vote

    def ballots(self, unit):
        return self.env["dan_chu.vote.ballot"].search(
            [("vote_id", "=", self.vote(unit, "closed").id)]
        )

    def voters(self, unit):
        return self.env["dan_chu.vote.voter"].search(
            [("vote_id", "=", self.vote(unit, "closed").id)]
        )

    def my_opinion(self, unit, user):
        """Handed in by the user."""
        return self._opinion_of(unit.institution_id, user)

    def conference_paper(self, unit, state):
        return self._conference_paper(unit.institution_id, state)

    def resolution(self, unit, state):
        return self._resolution_of(unit.institution_id, state)

    def check(self, unit, state):
        """Of a resolution that was issued."""
        return self._check_of(unit.institution_id, state)

    def _make_opinion(self, top, user):
        return self.env["dan_chu.conference.opinion"]._said(
            {
                "conference_id": self.conference(top, "called", "có ý kiến").id,
                "text": f"Ý kiến của {user.login}",
                "employee_id": self.employee_of(user).id,
            }
        )

    def _make_conference_paper(self, top, state):
        return self._carried_on(
            "dan_chu.conference.paper",
            state,
            form="invitation",
            conference_id=self.conference(top, "called", "có giấy mời").id,
        )

    def _make_resolution(self, top, state):
        return self._carried_on(
            "dan_chu.resolution",
            state,
            conference_id=self.conference(top, "closed", "có nghị quyết").id,
            commitment_ids=[Command.create({"name": "Sửa mái nhà xe", "who": "Hiệu trưởng"})],
        )

    def _carried_on(self, model, state, **values):
        paper = self.env[model].create({**values, "number": str(next(NUMBERS))})
        for place, row in enumerate(paper.signatory_ids):
            row.write({"employee_id": False, "name": f"Người ký {place}"})
        if state != "draft":
            paper.action_submit()
        if state == "issued":
            paper.signatory_ids._consent()
            paper.action_issue()
        return paper

    def _make_check(self, top, state):
        paper = self.resolution(top, "issued")
        number = 90 + ("open", "done").index(state)
        check = self.env["dan_chu.resolution.check"].create(
            {"resolution_id": paper.id, "number": number, "due_on": today()}
        )
        line = {"check_id": check.id, "commitment_id": paper.commitment_ids.id, "name": "Sửa mái"}
        self.env["dan_chu.resolution.check.line"].create(line)
        check._put({"state": state})
        return check

    def _make_attendee(self, top, state, user):
        conference = self.conference(top, "draft", f"của {user.login} {state}")
        row = self.env["dan_chu.conference.attendee"].create(
            {"conference_id": conference.id, "employee_id": self.employee_of(user).id}
        )
        conference._put({"state": state})
        return row
