from odoo import api, models
from odoo.fields import Command


class ReadableLinks(models.AbstractModel):
    """A form that points at rows of the module: at none that its user may not read.

    Odoo checks no chosen id, reads the name behind it with the rights of the system, and from then
    on the computes of the form find the whole row in the cache.
    """

    _name = "dan_chu.readable.links"
    _description = "Form that names only what its user may read"

    @api.model_create_multi
    def create(self, vals_list):
        """A dialog acts on what it names; rows that stay have guards of their own."""
        if self._transient:
            self._check_links([{**self._named_by_default(), **vals} for vals in vals_list])
        return super().create(vals_list)

    def write(self, vals):
        if self._transient:
            self._check_links([vals])
        return super().write(vals)

    @api.model
    def default_get(self, fields):
        """What a key of the context, or a default that a user has set, names is chosen too; rows
        that the system makes are what it says, and nothing that a user has set."""
        values = super().default_get(fields)
        named = self._named_by_default().keys()
        said = self.env["ir.default"]._get_model_defaults(self._name).keys()
        if self.env.su:
            for name in values.keys() & said - named:
                del values[name]
                field = self._fields[name]
                if field.default:
                    cached = field.convert_to_cache(field.default(self), self, validate=False)
                    values[name] = field.convert_to_write(cached, self)
        self._check_links([{name: values[name] for name in values.keys() & (said | named)}])
        return values

    def onchange(self, values, field_names, fields_spec):
        self._check_links([{**self._named_by_default(), **values}])
        return super().onchange(values, field_names, fields_spec)

    @api.model
    def _named_by_default(self):
        context = self.env.context
        keys = {name: f"default_{name}" for name in self._fields}
        return {name: context[key] for name, key in keys.items() if key in context}

    @api.model
    def _check_links(self, vals_list):
        if self.env.su:
            return
        named = {}
        for vals in vals_list:
            for model_name, number in self._links(self, vals):
                named.setdefault(model_name, set()).add(number)
        for model_name, numbers in named.items():
            self.env[model_name].browse(numbers).check_access("read")

    @api.model
    def _links(self, rows, vals):
        """(model, id) of all that is named in values to be written, and in those of its lists."""
        for name, value in vals.items():
            field = rows._fields.get(name)
            target = field and field.comodel_name
            if not target or not value or not target.startswith("dan_chu."):
                continue
            commands = [Command.link(value)] if field.type == "many2one" else value
            for command in commands:
                code, number, *rest = (
                    command if isinstance(command, (list, tuple)) else Command.link(command)
                )
                if code in (Command.UPDATE, Command.LINK) and isinstance(number, int):
                    yield target, number
                if code == Command.SET:
                    yield from ((target, each) for each in rest[0])
                if rest and isinstance(rest[0], dict):
                    yield from self._links(self.env[target], rest[0])
