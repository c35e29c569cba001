"""Looking for what somebody may not know, by every way of asking over real RPC.

The ways are not chosen by hand: every model that may be read, every field of it, every path of two
fields that leads to what is secret.
"""

from odoo.fields import Command

# Models of Odoo in which something of a paper is kept.
OF_ODOO = (
    "mail.message",
    "mail.activity",
    "mail.followers",
    "mail.notification",
    "mail.tracking.value",
    "ir.attachment",
    "res.users",
    "hr.employee.public",
)
FOUND = ("char", "text", "html")
_MARKED = ("binary", "serialized", "properties", "properties_definition")


class LeakHunt:
    """For a `DoorsCase` with `said`, `assert_untold`, and `rows`: {model: what is secret of it}."""

    def models(self):
        ours = [
            name
            for name, model in self.registry.items()
            if model._original_module == "dan_chu_co_so" and not model._abstract
        ]
        return (*ours, *OF_ODOO)

    def hunt_fields(self, users):
        """Every field of every row one may read."""
        for user in users:
            self.authenticate(user.login, user.login)
            for model in self.models():
                names = self.by_same_session(model, "fields_get", [], attributes=["type"])
                self.env.invalidate_all()
                kept = [name for name, field in names.items() if field["type"] not in _MARKED]
                with self.subTest(user=user.login, model=model):
                    answer = self.said(model, "search_read", domain=[], fields=kept)
                    self.assert_untold(answer)
                    self.assertFalse(self._named(model, answer), "a row is read")

    def _named(self, model, answer):
        secret = set(self.rows[model].ids) if model in self.rows else set()
        found = {row["id"] for row in answer} if isinstance(answer, list) else set()
        return found & secret

    def hunt_ways(self, users):
        """Every way of asking for a row."""
        group = self.env.ref("base.group_allow_export")
        for user in users:
            user.group_ids = [Command.link(group.id)]
            self.env.flush_all()
            self.authenticate(user.login, user.login)
            for model, row in self.rows.items():
                this = [("id", "in", row.ids)]
                spec = {"display_name": {}, "create_uid": {"fields": {"display_name": {}}}}
                grouped = {"domain": this, "groupby": ["create_uid"], "aggregates": ["__count"]}
                for method, ids, arguments in (
                    ("read", row.ids, {}),
                    ("web_read", row.ids, {"specification": spec}),
                    ("export_data", row.ids, {"fields_to_export": ["id", "display_name"]}),
                    ("get_metadata", row.ids, {}),
                    ("copy_data", row.ids, {}),
                    ("copy", row.ids, {}),
                    ("search", None, {"domain": this}),
                    ("search_count", None, {"domain": this}),
                    ("web_search_read", None, {"domain": this, "specification": spec}),
                    ("name_search", None, {"name": "", "domain": this}),
                    ("web_name_search", None, {"name": "", "specification": spec, "domain": this}),
                    ("formatted_read_group", None, grouped),
                    ("web_read_group", None, {"domain": this, "groupby": ["create_uid"]}),
                ):
                    with self.subTest(user=user.login, call=f"{model}.{method}"):
                        answer = self.said(model, method, ids, **arguments)
                        self.assert_untold(answer)
                        self.assertIn(self._size(answer), (0, None), answer)

    def _size(self, answer):
        """Of what was found; of a refusal, nothing."""
        if isinstance(answer, str) and answer.startswith(("odoo.exceptions.", "builtins.")):
            return None
        if isinstance(answer, dict):
            answer = answer.get("records", answer.get("groups", answer.get("datas", answer)))
        return answer if isinstance(answer, int) else len(answer)

    def hunt_paths(self, users, words):
        """Whether such a row exists would be told by what is found."""
        for user in users:
            self.authenticate(user.login, user.login)
            for model, path in self._paths():
                domain = [(path, "ilike", words)]
                with self.subTest(user=user.login, model=model, path=path):
                    answer = self.said(model, "search_count", domain=domain)
                    self.assertIn(self._size(answer), (0, None))

    def _paths(self):
        """(model, path) of every text of a secret model that another model leads to."""
        for name in self.models():
            for field in self.env[name]._fields.values():
                if field.comodel_name not in self.rows or not field._description_searchable:
                    continue
                for text in self.env[field.comodel_name]._fields.values():
                    if text.type in FOUND and text.store:
                        yield name, f"{field.name}.{text.name}"

    def hunt_pointers(self, users):
        """A name learned by pointing at it, in every form: as a chosen id, and as a default."""
        for user in users:
            self.authenticate(user.login, user.login)
            for model, name in self._pointers():
                row = self.rows[self.env[model]._fields[name].comodel_name]
                spec = {name: {"fields": {"display_name": {}}}}
                spec |= {other: {} for other in self._plain_names(model)}
                for arguments in (
                    {"values": {name: row[:1].id}, "field_names": [name]},
                    {"values": {}, "field_names": [], "context": {f"default_{name}": row[:1].id}},
                ):
                    with self.subTest(user=user.login, model=model, name=name):
                        answer = self.said(model, "onchange", [], fields_spec=spec, **arguments)
                        self.assert_untold(answer)

    def _pointers(self):
        for name, model in self.registry.items():
            if model._original_module == "dan_chu_co_so" and not model._abstract:
                for field in self.env[name]._fields.values():
                    if field.type == "many2one" and field.comodel_name in self.rows:
                        yield name, field.name

    def _plain_names(self, model):
        fields = self.env[model]._fields.values()
        return [field.name for field in fields if field.type in FOUND and not field.groups]
