"""A round before and after its council, and a movement, as their papers tell of them."""

import re

from odoo.fields import Command

from tests.commendations import CommendationCase


class CommendationPaperCase(CommendationCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        for user, name, title in (
            (cls.head, "Lê Thị Hạnh", "Hiệu trưởng"),
            (cls.secretary, "Đỗ Thu Hà", "Giáo viên"),
            (cls.councillor, "Vũ Minh Tâm", "Tổ trưởng"),
            (cls.teacher, "Trần Văn Phúc", "Giáo viên"),
        ):
            person = cls.quiet["hr.employee"].browse(user.employee_id.id)
            person.write({"name": name, "job_title": title})
        cls.school.write(
            {"head_id": cls.head.employee_id.id, "head_title": "Hiệu trưởng", "place": "Lam Châu"}
        )
        cls.quiet["hr.employee"].browse(cls.people[0].id).name = "Nguyễn Văn An"
        cls.quiet["hr.employee"].browse(cls.people[1].id).name = "Nguyễn Văn Anh"
        house = {"unit_id": cls.school.id}
        cls.make_law("council.quorum", "2/3", "fraction", comparison="at_least", **house)
        cls.make_law("council.majority", "50", "percent", comparison="more_than", **house)
        cls.make_law(f"award.{cls.title.code}.bonus", "0.3", "decimal", **house)
        cls.make_law("base_salary", "2340000", "integer", **house)
        cls.make_law("bonus.round_to", "1000", "integer", **house)
        cls.held = cls.make_round("council", work_year="2026-2027")
        cls.weak = cls.make_nomination(cls.held, cls.people[0], "checked")
        cls.good = cls.make_nomination(cls.held, cls.people[1], "checked")
        cls.own = cls.make_nomination(cls.held, cls.teacher, "checked")
        cls.of_head = cls.make_nomination(cls.held, cls.head, "checked", unit=cls.group)
        cls.team = cls.make_nomination(cls.held, cls.group, "checked")
        cls.above = cls.make_nomination(cls.held, cls.people[2], "checked", award=cls.upper_title)

    @classmethod
    def vote(cls, method="paper"):
        """Held and closed: all passed but the weak one."""
        sessions = cls.env["dan_chu.council.session"].with_user(cls.officer)
        session = sessions.create({"round_id": cls.held.id, "method": method, "place": "Phòng họp"})
        session.action_take_in()
        session.action_open()
        weak = session.line_ids.filtered(lambda line: line.commendation_id == cls.weak)
        weak.write({"votes_for": 1, "votes_against": 3, "remark": "Chưa có mô hình được công nhận"})
        for line in (session.line_ids - weak).sudo():
            line._put({"votes_for": line.voters})
        session.action_close()
        return session

    @classmethod
    def paper(cls, form, user=None, **values):
        papers = cls.env["dan_chu.commendation.paper"].with_user(user or cls.officer)
        return papers.create({"form": form, **values})

    @classmethod
    def decision(cls, **values):
        return cls.paper("decision", round_id=cls.held.id, **values)

    @classmethod
    def models(cls):
        """Two of a movement: with results, judged; and registered only."""
        movement = cls.make_movement(launch_paper="Kế hoạch số 12/KH-SGDĐT ngày 05/3/2026")
        told = cls.make_initiative(
            movement,
            "judged",
            place="Học sinh khối 10\nCha mẹ học sinh",
            lead="Tổ Toán – Tin",
            partners="Đoàn trường",
        )
        cls.quiet["dan_chu.initiative.result"].create(
            {
                "initiative_id": told.id,
                "period": "Học kì I",
                "text": "38/38 lớp tham gia",
                "next_tasks": "Nhân rộng ra khối 11",
            }
        )
        plain = cls.make_initiative(movement, "registered", name="Thư viện xanh")
        return movement, told, plain

    @staticmethod
    def text(paper):
        """Its words, a space wherever a tag stood, and those of what is annexed."""
        pieces = [paper._printable("content"), *(a._printable("content") for a in paper.annex_ids)]
        return " ".join(re.sub("<[^>]+>", " ", " ".join(map(str, pieces))).split())

    @classmethod
    def issued(cls, paper, by=None):
        paper.write({"number": "45"})
        paper.action_submit()
        paper.with_user(by or cls.head).action_issue()
        return paper

    @staticmethod
    def listed(*rows):
        return [Command.set([row.id for row in rows])]
