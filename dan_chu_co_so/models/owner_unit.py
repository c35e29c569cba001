from odoo import fields
from odoo.tools import SQL

# In one array, ids are read and planned in about half the time of as many constants.
_ARRAY_FROM = 20
# Each id of an array is weighed against the statistics of the column; those of a hashed list are
# not. They cannot be looked up in an index, which is no loss when they are most of a tree.
_HASHED_FROM = 5_000


class OwnerUnit(fields.Many2one):
    """The unit by which the rules ask who may see a row: a reach can be thousands of units long.

    Stock Odoo writes each id into the statement as a constant of its own.
    """

    def condition_to_sql(self, field_expr, operator, value, model, alias, query):
        if operator != "in" or len(value) < _ARRAY_FROM or not all(value):
            return super().condition_to_sql(field_expr, operator, value, model, alias, query)
        column = model._field_to_sql(alias, field_expr, query)
        ids = SQL("%s::int[]", f"{{{','.join(map(str, value))}}}")
        if len(value) < _HASHED_FROM:
            return SQL("%s = ANY(%s)", column, ids)
        # Without the OR it would become a join, and the order of the rows be lost to it.
        return SQL("(%s IN (SELECT unnest(%s)) OR FALSE)", column, ids)
