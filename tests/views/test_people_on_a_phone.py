from lxml import etree

from tests.common import DanChuCase

WIDGET = "many2one_avatar_employee"
ALWAYS = {"1", "True", "true"}


class TestPeopleOnAPhone(DanChuCase):
    """Whoever has no rights of HR chooses people through the widget alone.

    The plain field offers hr.employee, which such a user may not list; the widget asks
    hr.employee.public.
    """

    def test_people_are_chosen_by_who_has_no_rights_of_hr(self):
        found = [
            f"{name}: {model._name}.{field.name}"
            for name, node, model, field, rests in self.fields_shown()
            if self.is_person(field) and not rests and node.get("widget") != WIDGET
        ]
        self.assertFalse(found, f'these lack widget="{WIDGET}"')

    def test_cards_with_people_have_a_form(self):
        """Cards are opened to be written; where there is no form Odoo makes up a plain one."""
        with_form = set(self.ours(("form",)).mapped("model"))
        found = [
            f"{name}: {model._name}.{field.name}"
            for name, node, model, field, rests in self.fields_shown()
            if field.type == "one2many"
            and not rests
            and field.comodel_name not in with_form
            and node.find("form") is None
            and (node.find("kanban") is not None or not node.xpath("./list[@editable]"))
            and any(map(self.is_person, self.env[field.comodel_name]._fields.values()))
        ]
        self.assertFalse(found, "these have no form inside, nor has their model")

    def is_person(self, field):
        return (
            field.type == "many2one" and field.comodel_name == "hr.employee" and not field.readonly
        )

    def fields_shown(self):
        """(view, node, model, field, whether nobody can type there) of each relational field."""
        for view in self.ours(("form", "list")):
            arch = view.get_combined_arch() if view.mode == "primary" else view.arch
            shown = self.fields_in(etree.fromstring(arch), self.env[view.model])
            yield from ((view.xml_id or view.name, *each) for each in shown)

    def ours(self, types):
        """Each view of our own models, and what the module adds to those of others."""
        return (
            self.env["ir.ui.view"]
            .search([("type", "in", types)])
            .filtered(
                lambda view: (
                    view.mode == "primary"
                    if (view.model or "").startswith("dan_chu.")
                    else (view.xml_id or "").startswith("dan_chu_co_so.")
                )
            )
        )

    def fields_in(self, node, model, rests=False):
        only_shows = node.tag == "kanban" or (
            node.tag == "list" and not (node.get("editable") or node.get("multi_edit"))
        )
        field = model._fields.get(node.get("name")) if node.tag == "field" else None
        if field is not None and field.relational:
            rests = rests or field.readonly or node.get("readonly") in ALWAYS
            is_hidden = ALWAYS & {node.get("invisible"), node.get("column_invisible")}
            yield node, model, field, bool(rests or is_hidden)
            model = self.env[field.comodel_name]
        for child in node.iterchildren("*"):
            yield from self.fields_in(child, model, rests or only_shows)
