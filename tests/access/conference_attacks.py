"""What the attacks on conferences share: one in session, with two electronic votes open, one that
is closed, one being prepared, one in the next house; and all who have no business there."""

from secrets import token_hex

from odoo import http
from odoo.fields import Command

from tests.access.doors import DoorsCase, Refused
from tests.conferences import ConferenceWorld

# What a caller may send along; none of it is a key.
CONTEXTS = (
    {},
    {"active_test": False, "su": True, "uid": 1, "force": True, "bypass": True},
    {"install_mode": True, "import_file": True, "module": "dan_chu_co_so", "_force_unlink": True},
    {"tracking_disable": True, "default_state": "closed", "default_duty": "chair"},
)
DESK = ("chair", "secretary", "counter", "clerk")


class ConferenceAttacks(ConferenceWorld, DoorsCase):
    staff_total = 20

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for name in ("voter", "absent", "left_early", "taken_off"):
            setattr(cls, name, cls.make_user(name, ("staff", cls.group)))
        cls.guest = cls.make_user("guest", ("head", cls.union))
        cls.sibling_officer = cls.make_user("sibling_officer", ("officer", cls.sibling))
        cls.sibling_head = cls.make_user("sibling_head", ("head", cls.sibling))
        cls.sibling_clerk = cls.make_user("sibling_clerk", ("staff", cls.sibling))
        cls.upper_head = cls.make_user("upper_head", ("head", cls.department))
        cls.school.secret_vote_basis = "Điều 12 Quy chế dân chủ"
        cls._make_conferences()
        cls._make_votes()
        cls.env.flush_all()

    @classmethod
    def _make_conferences(cls):
        cls.conference = cls._in_session(cls.school)
        cls._place(cls.conference)
        cls.give_duties(cls.conference)
        cls.closed = cls.make_conference("open", people=cls.people_of(cls.school)[:8])
        cls.draft = cls.make_conference("called", people=cls.people_of(cls.school)[:8])
        cls.draft._put({"state": "draft"})
        cls.elsewhere_held = cls._in_session(cls.sibling)
        cls.row_of(cls.elsewhere_held, cls.sibling_clerk)._put({"duty": "clerk"})

    @classmethod
    def _in_session(cls, unit):
        conference = cls.make_conference("called", unit=unit)
        cls.bring(conference, len(conference.attendee_ids))
        cls.bring_to(conference, "open")
        return conference

    @classmethod
    def _place(cls, conference):
        """Who was away, has left, was taken off or is a guest."""
        gone = {"arrived_on": False, "left_on": False}
        cls.row_of(conference, cls.absent)._put({"status": "absent", **gone})
        off = {"status": "expected", "is_off": True, "off_reason": "Nghỉ thai sản", **gone}
        cls.row_of(conference, cls.taken_off)._put(off)
        left = cls.row_of(conference, cls.left_early)
        left._put({"left_on": left.arrived_on})
        conference._put({"state": "called"})
        cls.quiet["dan_chu.conference.attendee"].create(
            {
                "conference_id": conference.id,
                "employee_id": cls.guest.employee_id.id,
                "is_guest": True,
            }
        )._enter({"status": "present"}, "list")
        conference._put({"state": "open"})

    @classmethod
    def _make_votes(cls):
        people = cls.people_of(cls.school)[10:13]
        cls.named = cls.make_vote(cls.conference, "named", name="Sửa quy chế chi tiêu")
        cls.secret = cls.make_vote(cls.conference, "secret", candidates=people, seats=2)
        cls.hands = cls.make_vote(cls.conference, "hands", matter="procedure")
        cls.prepared = cls.make_vote(cls.conference, "paper", candidates=people)
        cls.held = cls.make_vote(cls.closed, "hands")
        for vote in (cls.named, cls.secret, cls.hands, cls.held):
            vote.with_user(cls.officer).action_open()
        cls.held.votes_for = 8
        cls.held.with_user(cls.officer).action_close()
        cls.closed.with_user(cls.officer).action_close()

    def outsiders(self):
        """Who is at no desk of the conference: of the house, of the next one, from above, of none.

        Of the staff there is one; that others of them are not better off is tried by voting.
        """
        return (
            self.voter,
            self.guest,
            self.inspector,
            self.sibling_officer,
            self.sibling_head,
            self.sibling_clerk,
            self.upper_officer,
            self.upper_head,
            self.upper_supervisor,
            self.manager,
            self.hr_officer,
            self.no_role,
        )

    def receipt(self):
        return token_hex(16)

    def cast(self, user, vote, choice="for", **more):
        """As the phone of the user does; the reason, if it is refused."""
        self.authenticate(user.login, user.login)
        values = {"choice": choice, "receipt": self.receipt(), **more}
        try:
            return self.by_same_session("dan_chu.vote", "cast", vote.ids, **values)
        except Refused as refused:
            return str(refused)
        finally:
            self.env.invalidate_all()

    def turnout(self, vote):
        self.env.flush_all()
        return vote._turnout()[0]

    def said(self, model, method, ids=None, **arguments):
        """What who is logged in is answered, be it a refusal."""
        try:
            answer = self.by_same_session(model, method, ids, **arguments)
        except Refused as refused:
            answer = str(refused)
        self.env.invalidate_all()
        return answer

    def code_address(self, row):
        return f"/dan_chu/check-in/{row.sudo().token}"

    def post(self, address):
        """As the page of the code does by itself."""
        return self.url_open(address, data={"csrf_token": http.Request.csrf_token(self)})

    @classmethod
    def guest_values(cls, conference, **values):
        return {"conference_id": conference.id, "name": "Ai đó", "is_guest": True, **values}

    def rows(self):
        """One row of each model of the conference that is in session."""
        conference = self.conference
        return {
            row._name: row
            for row in (
                conference,
                conference.attendee_ids[:1],
                self.add_items(conference, "Thảo luận"),
                self.prepared,
                self.prepared.option_ids[:1],
            )
        }

    def commands(self, field, row):
        """Every way in which a list of a form reaches a row of somebody else's."""
        yield from (
            {field: [Command.link(row.id)]},
            {field: [Command.set(row.ids)]},
            {field: [Command.update(row.id, {"name": "Khác"})]},
            {field: [Command.delete(row.id)]},
        )
