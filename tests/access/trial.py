"""What a user may do with rows, found out by doing it."""

from collections.abc import Callable
from dataclasses import dataclass

from odoo.exceptions import AccessError, UserError
from odoo.tools import mute_logger

from tests.access.variants import VARIANTS

_OPERATIONS = {"w": "write", "c": "create", "u": "unlink"}


class Undone(Exception):
    """Raised to take back what was tried."""


@dataclass
class _Attempt:
    cell: object
    letter: str
    operation: Callable
    is_allowed: bool


class Trial:
    """Answers for many rows of a model at once: `cells` is {name of a cell: (variant, unit)}.

    Whoever may do something tries it with one row after the other, each time from the same start.
    What access forbids is tried with all of them in a row, since a refusal leaves nothing behind;
    if anything else happens, those rows are tried one by one as well.
    """

    def __init__(self, rows):
        self.rows = rows
        self.env = rows.env

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def rights(self, model, cells, user):
        """{cell: letters}: a small one works, a capital is refused by a guard, not by access."""
        rows = self._rows(model, cells, user)
        values = {
            cell: self.rows.values(model, variant, unit, user)
            for cell, (variant, unit) in cells.items()
            if VARIANTS[model][variant].is_created
        }
        self._forget()
        may = self._may(model, rows, user)
        letters = self._reads(model, rows, user)
        attempts = []
        for cell, row in rows.items():
            change = VARIANTS[model][cells[cell][0]].change
            tried = {"w": lambda row=row, change=change: row.write(change), "u": row.unlink}
            if cell in values:
                tried["c"] = lambda row=row, vals=values[cell]: row.create(vals)
            attempts += [
                _Attempt(cell, letter, tried[letter], letter in may[cell])
                for letter in "wcu"
                if letter in tried
            ]
        if self._are_all_refused([each for each in attempts if not each.is_allowed]):
            attempts = [each for each in attempts if each.is_allowed]
        for attempt in attempts:
            letters[attempt.cell] += self._changes(attempt)
        return letters

    @mute_logger("odoo.addons.base.models.ir_model", "odoo.addons.base.models.ir_rule")
    def access(self, model, cells, user):
        """{cell: letters} as far as rules and the access list alone say, without trying."""
        rows = self._rows(model, cells, user)
        self._forget()
        may = self._may(model, rows, user)
        found = self._found(model, rows, user)
        return {cell: ("r" if row & found else "") + may[cell] for cell, row in rows.items()}

    def _rows(self, model, cells, user):
        env = self.env(user=user)
        return {
            cell: self.rows.row(model, variant, unit, user).with_env(env)
            for cell, (variant, unit) in cells.items()
        }

    def _forget(self):
        """As with the next request: nothing is cached."""
        self.env.flush_all()
        self.env.invalidate_all()

    def _all(self, model, rows, user):
        return self.env(user=user)[model].union(*rows.values())

    def _may(self, model, rows, user):
        """{cell: letters} of what access allows; to create, it is asked of no row."""
        every = self._all(model, rows, user)
        allowed = {
            letter: every._filtered_access(operation) if letter != "c" and every else every.browse()
            for letter, operation in _OPERATIONS.items()
        }
        general = {
            letter: every.browse().has_access(operation)
            for letter, operation in _OPERATIONS.items()
        }
        return {
            cell: "".join(
                letter
                for letter in _OPERATIONS
                if (row <= allowed[letter] if row and letter != "c" else general[letter])
            )
            for cell, row in rows.items()
        }

    def _found(self, model, rows, user):
        every = self._all(model, rows, user).with_context(active_test=False)
        try:
            return every.search([("id", "in", every.ids)])
        except AccessError:
            return every.browse()

    def _reads(self, model, rows, user):
        """Searched, counted and read: the three say the same, or `?`."""
        found = self._found(model, rows, user)
        every = self._all(model, rows, user).with_context(active_test=False)
        counted = self._answer(lambda: every.search_count([("id", "in", every.ids)]))
        self._answer(found.read)  # All of them at once, after which each costs little.
        letters = {}
        for cell, row in rows.items():
            look = row.with_context(active_test=False).read
            answers = {bool(row & found), bool(self._answer(look))}
            is_sure = len(answers) == 1 and counted == len(found)
            letters[cell] = ("r" if row & found else "") if is_sure else self._read_alone(row)
        return letters

    def _read_alone(self, row):
        """Where the rows are not of one mind: as if there were no other."""
        self._forget()
        row = row.with_context(active_test=False)
        this = [("id", "=", row.id)]
        looks = (lambda: row.search(this), lambda: row.search_count(this), row.read)
        answers = {bool(self._answer(look)) for look in looks}
        return {(True,): "r", (False,): ""}.get(tuple(answers), "?")

    def _answer(self, look):
        """What is found; nothing, if looking is refused."""
        try:
            return look() or 0
        except AccessError:
            return 0

    def _are_all_refused(self, attempts):
        is_refused = True
        try:
            with self.env.cr.savepoint():
                for attempt in attempts:
                    try:
                        attempt.operation()
                    except UserError:
                        continue
                    is_refused = False
                    break
                raise Undone
        except Undone:
            return is_refused

    def _changes(self, attempt):
        """The letter if it works, its capital if a guard refuses what access allows."""
        try:
            with self.env.cr.savepoint():
                attempt.operation()
                self.env.flush_all()
                raise Undone
        except Undone:
            return attempt.letter
        except AccessError:
            return ""
        except UserError:
            return attempt.letter.upper() if attempt.is_allowed else ""
