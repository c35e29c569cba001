from odoo.tools import SQL


def claim(env, table, named, candidates, limit, mark):
    """Ids of the next rows, marked in the same statement: nobody else takes them.

    `named` is what `candidates`, the FROM and WHERE, call the table; `mark` is a column and its new
    value, in which the row itself is called `marked`. Where a LIMIT stands in a
    subquery that is compared with each row, PostgreSQL may run it again and again, and mark more
    than the limit: here it runs once.
    """
    column, value = mark
    rows = env.execute_query(
        SQL(
            """
            WITH claimed AS MATERIALIZED (
                SELECT %(named)s.id FROM %(candidates)s
                 ORDER BY %(named)s.id LIMIT %(limit)s FOR UPDATE OF %(named)s SKIP LOCKED
            )
            UPDATE %(table)s marked SET %(column)s = %(value)s
              FROM claimed WHERE marked.id = claimed.id
            RETURNING marked.id
            """,
            named=SQL.identifier(named),
            candidates=candidates,
            limit=limit,
            table=SQL.identifier(table),
            column=SQL.identifier(column),
            value=value,
        )
    )
    return sorted(number for (number,) in rows)
