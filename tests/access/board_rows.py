"""Boards, and rows of theirs, the access matrix is tried on."""

from odoo.fields import Command

from odoo.addons.dan_chu_co_so.lib.clock import today

from tests.common import NUMBERS


class BoardRows:
    """Part of `Rows`: each is made once, with the rights of the system.

    An inner part has no board: what is asked for there is that of its institution.
    """

    def __init__(self):
        self._board_at = self.once(self._make_board)
        self._sealed_plan = self.once(self._make_sealed_plan)
        self._board_paper = self.once(self._make_board_paper)
        self._watched_task = self.once(self._make_watched_task)

    def board(self, unit, state="active"):
        return self._board_at(unit.institution_id, state)

    def sealed_plan(self, unit, state, sent_to=None):
        return self._sealed_plan(unit.institution_id, state, sent_to)

    def board_paper(self, unit, state, form="member_list", board=True, sent_to=None, about=None):
        top = unit.institution_id if board else unit
        return self._board_paper(top, state, form, board, sent_to, about)

    def _make_board(self, top, state):
        known = {
            self.case.school: self.case.board,
            self.case.sibling: self.case.sibling_board,
            self.case.department: self.case.upper_board,
        }
        if state == "active" and top in known:
            return known[top].with_env(self.env)
        kind = "inspectorate" if state == "active" else "working_group"
        person = self.case.make_employee(f"Trưởng ban của {top.name}", top)
        # Of the same name, the next one would end the one before.
        named = {} if state == "active" else {"name": f"Tổ công tác {state}"}
        board = self.case.make_board(
            top, (person, "head"), kind=kind, recognised=state != "draft", **named
        ).with_env(self.env)
        if state == "ended":
            board.action_end(today(), "Hết nhiệm kỳ")
        return board

    def _make_sealed_plan(self, top, state, sent_to):
        directive = self.directive(top, True)
        return self.case.make_plan(
            top,
            state,
            board_id=self.board(top).id,
            number=False,  # The system numbers what such a board issues.
            upper_ids=[Command.create({"directive_id": directive.id})],
            programme_line_ids=[Command.create({"name": "Thu chi", "kind": "supervise"})],
            **self._sealed_parts(sent_to),
        ).with_env(self.env)

    def _sealed_parts(self, sent_to):
        recipient = {"name": "Công đoàn"}
        if sent_to:
            recipient = {"recipient_unit_id": sent_to.id, "name": sent_to.name}
        part = {
            "basis_ids": {"words": "Luật Thực hiện dân chủ ở cơ sở năm 2022"},
            "recipient_ids": recipient,
            "annex_ids": {"name": "Danh sách", "content": "<p>Gồm 3 người.</p>"},
            "file_ids": self.case.file_values(),
            "signatory_ids": {"own_title": "TRƯỞNG BAN", "name": "Nguyễn Văn Ký"},
        }
        return {name: [Command.create(row)] for name, row in part.items()}

    def _make_board_paper(self, top, state, form, board, sent_to, about):
        paper = self.env["dan_chu.board.paper"].create(
            {
                "unit_id": top.id,
                "board_id": board and self.board(top).id,
                "form": form,
                "kind_id": self.env["dan_chu.board.paper"]._kind_of(form).id,
                "number": not board and str(next(NUMBERS)),
                "title": f"Về nhân sự của {top.name}",
                "content": "<p>Gồm 3 thành viên.</p>",
                "recommendation_ids": [Command.set(about.ids if about else [])],
                **self._sealed_parts(sent_to),
            }
        )
        if state != "draft":
            paper.action_submit()
        if state == "issued":
            paper.action_issue()
        return paper

    def sent_paper(self, sender, recipient):
        """A letter that a board sends: closed for all others."""
        return self.board_paper(
            sender, "issued", "recommendation_letter", sent_to=recipient.institution_id
        )

    def head_letter(self, unit):
        """One that the head of the house is to answer."""
        about = self.recommendation(unit, "sealed_sent")
        return self.board_paper(unit, "issued", "recommendation_letter", about=about)

    def watched_task(self, unit):
        """A measure that the board of the house sees through."""
        return self._watched_task(unit.institution_id)

    def _make_watched_task(self, top):
        task = self.case.make_task(top).with_env(self.env)
        self._give(task, "watched")
        task._put({"watching_board_id": self.board(top).id})
        return task
