"""The rows the access matrix is tried on."""

from collections import ChainMap

from odoo.fields import Command

from tests.access.board_rows import BoardRows
from tests.access.commendation_rows import CommendationRows
from tests.access.conference_rows import ConferenceRows
from tests.access.inspection_rows import InspectionRows
from tests.access.plan_rows import PlanRows
from tests.access.variants import VARIANTS


class Rows(PlanRows, BoardRows, InspectionRows, ConferenceRows, CommendationRows):
    """Makes each row once, with the rights of the system.

    `case` is a test, or a class of them that shares its rows: then each begins with
    `begin_test`, and what is made for it is forgotten with it.
    """

    def __init__(self, case):
        self._known = ChainMap({})
        PlanRows.__init__(self)
        BoardRows.__init__(self)
        InspectionRows.__init__(self)
        ConferenceRows.__init__(self)
        CommendationRows.__init__(self)
        self.case = case
        self.env = case.quiet
        self.spare_user = case.make_user("spare")
        self.spare_employee = case.make_employee("Nguyễn Thị Dư")
        self.colleague = case.make_user("colleague")
        case.make_employee("Lê Thị Đồng", user_id=self.colleague.id)
        self.listed_employee = case.make_employee("Trần Văn Ghi")
        self.directive = self.once(self._directive)
        self.notice = self.once(self._notice)
        self._row = self.once(self._make)

    def once(self, make):
        """The same row for whoever asks for it again."""

        def known(*asked, **named):
            key = (make.__name__, asked, tuple(sorted(named.items())))
            if key not in self._known:
                self._known[key] = make(*asked, **named)
            return self._known[key]

        return known

    def begin_test(self, test):
        shared = self._known
        self._known = shared.new_child()
        test.addCleanup(setattr, self, "_known", shared)

    def values(self, model, variant, unit, user):
        return VARIANTS[model][variant].values(self, unit, user)

    def row(self, model, variant, unit, user):
        is_personal = VARIANTS[model][variant].is_personal
        return self._row(model, variant, unit, user if is_personal else None)

    def _make(self, model, variant, unit, user):
        made = VARIANTS[model][variant]
        if made.make:
            return made.make(self, unit, user)
        return self.env[model].create(made.values(self, unit, user))

    def _directive(self, unit, published, purpose=""):
        return self.case.make_directive(unit, published=published, note=purpose)

    def _notice(self, unit, state, sent_to=None, **values):
        if sent_to:
            row = {"recipient_unit_id": sent_to.id, "name": sent_to.name}
            values["recipient_ids"] = [Command.create(row)]
        return self.case.make_notice(unit, state, **values).with_env(self.env)

    def employee_of(self, user):
        return user.sudo().employee_id
