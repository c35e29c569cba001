from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from ..lib.board_words import count_of, lines_of, minute, short, span
from ..lib.citation import long_date
from ..lib.paper.canonical import sha256
from ..lib.plan_text import running


class Composed(models.AbstractModel):
    """A paper whose text is written from the records, and is then text: what the records say
    later does not change it, and what was edited by hand is never written over unasked."""

    _name = "dan_chu.composed"
    _description = "Paper written from the records"
    _inherit = ["dan_chu.rich.text", "dan_chu.readable.links"]
    # What the text is made of beside the records: as long as nobody has edited it, it follows.
    _composed_of = ()
    # Of a model of several forms: each with its kind, by the abbreviations of Nghị định
    # 30/2020/NĐ-CP.
    _kind_codes = {}

    content = fields.Html(string="Text")
    composed = fields.Char(string="SHA-256 of the text as it was composed", readonly=True)
    is_edited = fields.Boolean(string="Edited by hand", compute="_compute_is_edited")

    @api.depends("content", "composed")
    def _compute_is_edited(self):
        for paper in self:
            paper.is_edited = bool(paper.content) and paper.composed != paper._text_hash()

    @api.model_create_multi
    def create(self, vals_list):
        self._check_links(vals_list)
        return super().create(vals_list)

    def write(self, vals):
        self._check_links([vals])
        res = super().write(vals)
        if vals.keys() & set(self._composed_of) and "content" not in vals:
            untouched = self.filtered(
                lambda paper: paper.state == "draft" and paper.composed and not paper.is_edited
            )
            untouched._compose()
        return res

    def action_compose(self):
        """Written from the records; never over what was written by hand."""
        for paper in self:
            if paper.is_edited:
                raise UserError(
                    self.env._(
                        "The text of “%s” was edited by hand. “Compose again” writes it anew from "
                        "the records, and what was edited is lost.",
                        paper.display_name,
                    )
                )
        return self.action_compose_again()

    def action_compose_again(self):
        self._require_role("officer", "head")
        self.document_id._require_state("draft")
        self._compose()
        return True

    def _compose(self):
        for paper in self:
            paper.write({"content": paper._composed_text(paper._text_template())})
            paper.write({"composed": paper._text_hash()})

    def _composed_text(self, template, **more):
        self.ensure_one()
        return self.env["ir.qweb"]._render(
            template, self._text_values() | more, raise_if_not_found=True
        )

    def _text_template(self):
        """The QWeb template that writes the text."""
        raise NotImplementedError

    def _text_values(self):
        """What that template uses; words only, so that it decides nothing."""
        raise NotImplementedError

    @api.model
    def _word_values(self):
        """How templates of texts write days, times, numbers and typed lines."""
        return {
            "short": short,
            "long": long_date,
            "minute": minute,
            "span": span,
            "lines": lines_of,
            "count": count_of,
            "running": running,
        }

    def _text_hash(self):
        self.ensure_one()
        return sha256(str(self.content or ""))

    @api.model
    def _kind_of(self, form):
        return self.env.ref(f"dan_chu_co_so.document_kind_{self._kind_codes[form]}")

    def _check_kind(self):
        wanted = self._kind_of(self.form)
        if self.kind_id != wanted:
            names = dict(self._fields["form"]._description_selection(self.env))
            raise ValidationError(
                self.env._(
                    "“%(form)s” is a paper of the kind “%(kind)s”.",
                    form=names[self.form],
                    kind=wanted.name,
                )
            )

    @api.model
    def _begin_or_open(self, **values):
        """Pressed twice, the button makes one draft."""
        named = [(name, "=", value) for name, value in values.items()]
        draft = self.search([*named, ("state", "=", "draft")], limit=1)
        draft._brought_up_to_date()
        return (draft or self.create(values))._opened()

    def _brought_up_to_date(self):
        """What nobody has edited says what the records say now."""
        self.filtered(lambda paper: not paper.is_edited)._compose()
        return self

    def _opened(self):
        action = {
            "type": "ir.actions.act_window",
            "name": self.env._("Papers"),
            "res_model": self._name,
            "view_mode": "list,form",
            "domain": [("id", "in", self.ids)],
        }
        if len(self) == 1:
            action |= {"view_mode": "form", "res_id": self.id}
        return action
