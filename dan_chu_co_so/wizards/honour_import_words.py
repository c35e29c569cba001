from markupsafe import Markup

from odoo import models

from ..lib import honour_table

_SHOWN = 200


class HonourImport(models.TransientModel):
    """What is wrong with a file or a row of it, in words."""

    _inherit = "dan_chu.honour.import"

    def _say_unreadable(self, reason, missing):
        if reason == "no_heads":
            return self.env._(
                "No line of titles was found: the columns “%s” are missing. Download the template "
                "and fill it in.",
                "”, “".join(missing),
            )
        if reason == "empty":
            return self.env._("Below the titles of the columns stands nothing.")
        if reason == "too_many":
            return self.env._(
                "The file has more than %s rows: divide it into several.", honour_table.MOST
            )
        return self.env._(
            "This is not an Excel file that can be read. Save it as “Excel workbook (.xlsx)”, "
            "without a password, and choose it again."
        )

    def _errors_html(self, wrong):
        rows = [
            Markup("<tr><td>%s</td><td>%s</td><td>%s</td></tr>")
            % (row.number, row.cells.get("name", ""), self._told(row))
            for row in wrong[:_SHOWN]
        ]
        if len(wrong) > _SHOWN:
            more = self.env._("and %s more", len(wrong) - _SHOWN)
            rows.append(Markup("<tr><td></td><td colspan='2'>%s</td></tr>") % more)
        heads = (self.env._("Row"), self.env._("Name"), self.env._("To correct"))
        head = Markup("").join(Markup("<th>%s</th>") % each for each in heads)
        return Markup(
            "<table class='table table-sm'><thead><tr>%s</tr></thead><tbody>%s</tbody></table>"
        ) % (head, Markup("").join(rows))

    def _told(self, row):
        return " ".join(self._say(code, piece) for code, piece in row.errors)

    def _say(self, code, piece):
        if code == "no_such_award":
            words, nearest = piece
            if nearest:
                return self.env._(
                    "“%(said)s” is not in the catalogue: is “%(nearest)s” meant?",
                    said=words,
                    nearest=nearest,
                )
            return self.env._(
                "“%s” is not in the catalogue: write it as it stands there, or enter it by its "
                "words alone.",
                words,
            )
        said = {
            "no_name": self.env._("There is no name."),
            "no_award": self.env._("It is not said what was given."),
            "target": self.env._("“%s” is neither “Cá nhân” nor “Tập thể”.", piece),
            "year": self.env._(
                "“%s” is no year: write 2025, 2024-2025 or giai đoạn 2021-2025.", piece
            ),
            "day": self.env._("“%s” is no date: write 31/05/2025.", piece),
            "day_ahead": self.env._("The decision of %s is still to come.", piece),
            "bonus": self.env._("“%s” is no sum: write 1170000 or 1.170.000.", piece),
            "several": self.env._(
                "Several people are called “%s”: write the section beside the name.", piece
            ),
            "several_parts": self.env._("Several sections are called “%s”.", piece),
            "both": self.env._(
                "“%s” is a person and a section: write “Cá nhân” or “Tập thể” beside it.", piece
            ),
            "own": self.env._("What you yourself were given is entered by another officer."),
            "double": self.env._("Is the same as row %s.", piece),
            "unknown": self.env._(
                "“%s” is neither of the staff nor a section here: correct the spelling, or enter "
                "it by the name alone.",
                piece,
            ),
        }
        return said[code]
