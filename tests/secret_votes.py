"""Electronic votes for tests: a school in session that has named its basis, and its voters."""

import secrets

from odoo.addons.dan_chu_co_so.models import vote_close

from tests.conferences import ConferenceCase, ConferenceWorld

BASIS = "Điều 12 Quy chế thực hiện dân chủ của nhà trường"


def draw():
    """A receipt as a phone draws it."""
    return secrets.token_hex(16)


class SecretVoteWorld(ConferenceWorld):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # One ballot is enough here to see what becomes of it; how many it takes is tested apart.
        cls.classPatch(vote_close, "FEWEST_SECRET", 1)
        cls.school.secret_vote_basis = BASIS
        cls.conference = cls.make_conference("open")
        cls.give_duties(cls.conference)
        cls.voters = [cls.staff, cls.officer, cls.head, cls.representative, cls.secretary]

    @classmethod
    def open_vote(cls, method="secret", conference=None, **values):
        vote = cls.make_vote(conference or cls.conference, method, **values)
        vote.action_open()
        return vote

    @classmethod
    def open_election(cls, seats=2, method="secret", **values):
        people = cls.people_of(cls.school)[:4]
        return cls.open_vote(method, candidates=people, seats=seats, **values)

    @classmethod
    def cast(cls, vote, user, choice, receipt=None, code=None):
        return cls.as_user(vote, user).cast(choice, receipt or draw(), code)

    @classmethod
    def close(cls, vote):
        """Both steps, the second of which a server takes in a transaction of its own."""
        vote.action_close()
        vote._finish_closing()
        return vote

    @classmethod
    def codes_of(cls, vote):
        """{name: code} of all who have not voted."""
        slips = vote.action_make_codes(everyone=True)["params"]["slips"]
        return {slip["name"]: slip["code"] for slip in slips}


class SecretVoteCase(SecretVoteWorld, ConferenceCase):
    pass
