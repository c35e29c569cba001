import json

from odoo import fields, models
from odoo.tools import format_date, split_every

from ..lib.paper.canonical import sha256

# Papers whose files are held in memory together.
_AT_ONCE = 100
# Columns that repeat the frozen content, so that lists can search and sort by them.
_COLUMNS = (
    "sequence",
    "event",
    "state",
    "reason",
    "previous_sha256",
    "unit_name",
    "kind_name",
    "title",
    "reference",
    "date",
    "signers",
    "is_internal",
    "is_closed",
    "is_to_head",
    "issue_door",
)


class Revision(models.Model):
    _inherit = "dan_chu.revision"

    def action_verify(self):
        """Recompute the hashes, and say in words what differs."""
        self.check_access("read")
        chains = self.sudo().search([("document_id", "in", self.sudo().document_id.ids)])
        found = [line for lines in chains._verify().values() for line in lines]
        if found:
            message, kind = "\n".join(found), "danger"
        else:
            message, kind = (
                self.env._(
                    "Nothing was changed since issue: %s rows of the chain, their content and "
                    "their files were recomputed.",
                    len(chains),
                ),
                "success",
            )
        return {
            "type": "ir.actions.client",
            "tag": "display_notification",
            "params": {"type": kind, "message": message, "sticky": bool(found)},
        }

    def _verify(self):
        """{document: [what is wrong, in words]}, for whole chains."""
        found = {}
        chains = self.grouped("document_id")
        for papers in split_every(_AT_ONCE, self.document_id.ids, self.document_id.browse):
            bodies = {body.document_id: body for same in papers._bodies() for body in same}
            rows_of_all = self.browse(row.id for paper in papers for row in chains[paper])
            hashes = {file: sha256(file.raw or b"") for file in rows_of_all._all_files()}
            for document, rows in rows_of_all.sorted("sequence").grouped("document_id").items():
                lines = [line for row in rows for line in row._wrong_in_itself(hashes)]
                lines += rows._wrong_in_the_chain()
                if not lines:
                    lines = rows._wrong_in_the_paper(bodies.get(document))
                if lines:
                    found[document] = lines
            # The files of thousands of papers are more than a worker may hold.
            self.env["ir.attachment"].invalidate_model(["raw"])
        return found

    def _wrong_in_itself(self, hashes):
        if sha256(self.content) != self.content_sha256:
            return [self.env._("%s: the stored content no longer has its hash.", self._named())]
        content = json.loads(self.content)
        wrong = []
        for name in _COLUMNS:
            frozen, now = content["revision"].get(name), self.document_id._plain(self[name])
            if frozen != (bool(now) if isinstance(frozen, bool) else now):
                wrong.append(
                    self.env._(
                        "%(row)s: %(field)s was “%(frozen)s”, and is now “%(now)s”.",
                        row=self._named(),
                        field=self._fields[name].get_description(self.env)["string"],
                        frozen=frozen or "",
                        now=now or "",
                    )
                )
        return wrong + self._wrong_files(content["files"], hashes)

    def _wrong_files(self, files, hashes):
        """Each stored file by its hash: one that is gone or changed leaves its hash unmatched."""
        stored = {hashes[file] for file in self._all_files()}
        return [
            self.env._(
                "%(row)s: the file “%(file)s” was changed or lost.", row=self._named(), file=name
            )
            for name in (file["name"] for file in files if file["sha256"] not in stored)
        ]

    def _all_files(self):
        return self.pdf_attachment_id | self.docx_attachment_id | self.file_ids

    def _wrong_in_the_chain(self):
        wrong, before = [], None
        for number, row in enumerate(self, start=1):
            if row.sequence != number or (row.previous_sha256 or None) != before:
                wrong.append(
                    self.env._("%s: the row before it was changed or taken away.", row._named())
                )
            before = row.content_sha256
        return wrong

    def _wrong_in_the_paper(self, body):
        """The fields of the paper against the last content that was frozen."""
        frozen = [json.loads(row.content)["record"] for row in self]
        last = next(record for record in reversed(frozen) if record is not None)
        return [
            self.env._(
                "%(field)s was issued as “%(frozen)s”, and is now “%(now)s”.",
                field=label,
                frozen=before,
                now=after,
            )
            for label, before, after in self.document_id._differences(last, body)
        ]

    def _named(self):
        return self.env._(
            "%(paper)s, row %(number)s of %(day)s",
            paper=self.reference or self.title,
            number=self.sequence,
            day=format_date(self.env, fields.Date.to_date(self.issued_on)),
        )
