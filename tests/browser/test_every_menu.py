from tests.common import ROLES, DanChuHttpCase

CLICK_EVERYWHERE = (
    "odoo.loader.modules.get('@web/webclient/clickbot/clickbot_loader')"
    ".startClickEverywhere('dan_chu_co_so.root_menu');"
)


class TestEveryMenu(DanChuHttpCase):
    """Every menu, view and filter of the app, as each role: no traceback, no console error."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        text = cls.make_directive(cls.school, published=True)
        cls.env["dan_chu.directive.reader"].create(
            [
                {"directive_id": text.id, "employee_id": person.id}
                for person in cls.env["hr.employee"].search(
                    [("dan_chu_unit_id", "=", cls.school.id)]
                )
            ]
        )
        cls.make_directive(cls.school)
        from_above = cls.make_directive(cls.department, published=True)
        from_above._deliver_to(cls.school | cls.sibling)
        cls.env["res.users"].search([]).write({"tour_enabled": False})

    def test_every_menu_as_each_role(self):
        logins = [*ROLES, "upper_officer", "manager", "admin"]
        for login in logins:
            with self.subTest(login=login):
                self.browser_js(
                    "/odoo",
                    CLICK_EVERYWHERE,
                    "odoo.isReady === true",
                    login=login,
                    timeout=300,
                    success_signal="clickbot test succeeded",
                )
