"""Whatever menu on movements and commendations a role is shown, it opens."""

from odoo.tools.safe_eval import safe_eval

from tests.commendations import CommendationCase

# What each role is there for; the others see nothing of it.
FOR_ALL = {"gallery_menu", "initiative_mine_menu", "initiative_menu", "movement_menu"}
FOR_ALL |= {"my_honours_menu", "my_council_menu", "honour_menu", "award_menu"}
OF_LISTS = {"commendation_round_menu", "commendation_menu", "commendation_participant_menu"}
OF_HOUSE = {"commendation_paper_menu", "discipline_menu", "council_session_menu"}
OF_HOUSE |= {"honour_sheet_menu", "certificate_menu"}
SHOWN = {
    "staff": FOR_ALL,
    "teacher": FOR_ALL,
    "inspector": FOR_ALL,
    "upper_supervisor": FOR_ALL,
    "representative": FOR_ALL | OF_LISTS,
    "head": FOR_ALL | OF_LISTS | OF_HOUSE,
    "officer": FOR_ALL | OF_LISTS | OF_HOUSE | {"honour_import_menu", "criteria_set_menu"},
    "manager": FOR_ALL | {"initiative_field_menu", "initiative_level_menu"},
}


class TestCommendationMenus(CommendationCase):
    def _menus(self, user):
        root = self.env.ref("dan_chu_co_so.commendation_root_menu")
        menus = self.env["ir.ui.menu"].with_user(user)
        shown = menus.browse(menus._visible_menu_ids())
        below = menus.sudo().search([("id", "child_of", root.id), ("action", "!=", False)])
        return shown & below.with_user(user)

    def test_each_role_is_shown_what_it_is_for(self):
        for role, names in SHOWN.items():
            menus = self._menus(getattr(self, role))
            with self.subTest(role=role):
                found = {each.rpartition(".")[2] for each in menus.get_external_id().values()}
                self.assertEqual(found, names)

    def test_what_is_shown_opens(self):
        self.make_round("open")
        self.make_initiative(self.make_movement(), "recognised")
        for role in SHOWN:
            user = getattr(self, role)
            for menu in self._menus(user):
                with self.subTest(role=role, menu=menu.name):
                    self._open(menu.sudo().action, user)

    def _open(self, action, user):
        if action._name != "ir.actions.act_window":
            return
        rows = self.env[action.res_model].with_user(user)
        context = safe_eval(action.context or "{}", {"uid": user.id})
        rows = rows.with_context(**context)
        kinds = [(False, kind) for kind in action.view_mode.split(",")]
        rows.get_views([*kinds, (action.search_view_id.id or False, "search")])
        domain = safe_eval(action.domain or "[]", {"uid": user.id, "context_today": None})
        if rows._transient:
            rows.default_get(list(rows._fields))
        else:
            rows.web_search_read(domain, {"display_name": {}}, limit=5)
