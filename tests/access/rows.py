"""The rows the access matrix is tried on."""

from functools import lru_cache

from odoo.fields import Command

from tests.access.board_rows import BoardRows
from tests.access.inspection_rows import InspectionRows
from tests.access.plan_rows import PlanRows
from tests.access.variants import VARIANTS


class Rows(PlanRows, BoardRows, InspectionRows):
    """Makes each row once, with the rights of the system."""

    def __init__(self, case):
        PlanRows.__init__(self)
        BoardRows.__init__(self)
        InspectionRows.__init__(self)
        self.case = case
        self.env = case.quiet
        self.spare_user = case.make_user("spare")
        self.spare_employee = case.make_employee("Nguyễn Thị Dư")
        self.colleague = case.make_user("colleague")
        case.make_employee("Lê Thị Đồng", user_id=self.colleague.id)
        self.listed_employee = case.make_employee("Trần Văn Ghi")
        self.directive = lru_cache(None)(self._directive)
        self.notice = lru_cache(None)(self._notice)
        self._row = lru_cache(None)(self._make)

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
