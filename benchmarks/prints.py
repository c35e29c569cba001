"""Papers to print, by our report and by a stock one with the same words, for other benchmarks.

Typst remembers what it has laid out: a text printed twice costs less the second time. So every
call prints papers with new words; what it takes to write those is not counted.
"""

import io
import shutil
import threading
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from odoo.addons.dan_chu_co_so.lib.paper import pdf

from . import office, world

OURS = "dan_chu_co_so.notice_report_pdf"
STOCK = "dan_chu_co_so.benchmark_stock"
_TEMPLATE = """
<t t-name="dan_chu_co_so.benchmark_stock">
    <t t-call="web.html_container">
        <t t-foreach="docs" t-as="doc">
            <div class="article" t-att-data-oe-model="doc._name" t-att-data-oe-id="doc.id"
                 t-att-data-oe-lang="'vi_VN'">
                <style>
                    body { font-family: 'Times New Roman', 'Liberation Serif'; font-size: 14pt; }
                    h1, .center { text-align: center; font-size: 14pt; }
                    table.grid { width: 100%; border-collapse: collapse; }
                    table.grid td, table.grid th { border: 1px solid black; }
                    tr { page-break-inside: avoid; }
                </style>
                <t t-set="head" t-value="doc.document_id._head()" />
                <t t-set="foot" t-value="doc.document_id._foot(False)" />
                <table style="width: 100%" class="center">
                    <tr>
                        <td>
                            <div t-foreach="head['superior']" t-as="line" t-out="line" />
                            <b t-foreach="head['issuer']" t-as="line" t-out="line" />
                        </td>
                        <td><b t-out="head['country']" /><br /><b t-out="head['motto']" /></td>
                    </tr>
                    <tr><td t-out="head['number']" /><td><i t-out="head['place_date']" /></td></tr>
                </table>
                <h1 t-out="head['title']" />
                <p class="center"><b t-foreach="head['subject']" t-as="line" t-out="line" /></p>
                <p t-foreach="doc.document_id._bases()" t-as="basis"><i t-out="basis" /></p>
                <t t-out="doc.content" />
                <table style="width: 100%">
                    <tr>
                        <td><div t-foreach="foot['recipients']" t-as="line" t-out="line" /></td>
                        <td class="center">
                            <t t-foreach="foot['signatures']" t-as="signature">
                                <b t-foreach="signature['lines']" t-as="line" t-out="line" />
                                <p><b t-out="signature['name']" /></p>
                            </t>
                        </td>
                    </tr>
                </table>
                <div t-foreach="doc.annex_ids" t-as="annex" style="page-break-before: always">
                    <p class="center"><b t-out="annex.name" /></p>
                    <t t-out="annex.content" />
                </div>
            </div>
        </t>
    </t>
</t>
"""


def has_stock():
    """Odoo's own way needs a program that may not be there."""
    return bool(shutil.which("wkhtmltopdf"))


class _Empty(BaseHTTPRequestHandler):
    """Odoo's stylesheets, empty and at once: more than fair to who asks for them."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *args):
        pass


@contextmanager
def stylesheets(env):
    with ThreadingHTTPServer(("127.0.0.1", 0), _Empty) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        env["ir.config_parameter"].sudo().set_param("report.url", address)
        yield
        server.shutdown()


def prepare(env, code):
    """The user who prints, and the report of Odoo's own kind."""
    unit = world.unit(env, code)
    users, _register = office.opened(env, unit, [f"{code} prints"])
    view = env["ir.ui.view"].create(
        {"name": STOCK, "key": STOCK, "type": "qweb", "arch": _TEMPLATE}
    )
    report = env["ir.actions.report"].create(
        {
            "name": "Stock",
            "model": "dan_chu.notice",
            "report_type": "qweb-pdf",
            "report_name": STOCK,
            "paperformat_id": env.ref("base.paperformat_euro").id,
        }
    )
    env["ir.model.data"].create(
        [
            {"module": "dan_chu_co_so", "name": name, "model": row._name, "res_id": row.id}
            for name, row in (("benchmark_stock", view), ("benchmark_stock_report", report))
        ]
    )
    return env(user=users.id), unit


class Batch:
    """So many drafts, with new words at each `renewed`. A draft is laid out whenever printed."""

    def __init__(self, env, unit, count, text, annex=None):
        self.env, self.text, self.annex = env, text, annex
        unit = unit.with_env(env)
        self.notices = env["dan_chu.notice"].concat(
            *(
                office.draft(env, unit, f"Kế hoạch {n}", annex=annex and annex(0))
                for n in range(count)
            )
        )
        self.turn = 0
        self.jobs = []

    @contextmanager
    def renewed(self):
        for notice in self.notices:
            self.turn += 1
            if self.annex:
                notice.annex_ids.content = self.annex(self.turn)
            else:
                notice.content = self.text(self.turn)
        # Other papers than those our report prints in this turn.
        self.jobs = [pdf._job(notice.document_id._paper(), None) for notice in self.notices]
        self.env.flush_all()
        self.env.invalidate_all()
        yield

    def ours(self):
        self.printed = self._pdf(OURS, self.notices)

    def stock(self):
        """One by one: of Debian's wkhtmltopdf (unpatched Qt) Odoo refuses a batch."""
        report = self.env["ir.actions.report"]
        streams = [
            io.BytesIO(self._pdf("dan_chu_co_so.benchmark_stock_report", notice))
            for notice in self.notices
        ]
        self.printed = (
            report._merge_pdfs(streams).getvalue() if streams[1:] else streams[0].getvalue()
        )

    def hurried(self):
        """The same, and the program does not wait for scripts."""
        parameters = self.env["ir.config_parameter"].sudo()
        parameters.set_param("report.print_delay", "0")
        self.stock()
        parameters.set_param("report.print_delay", "1000")

    def bare(self):
        """Typst alone, with the content ready as JSON."""
        for job in self.jobs:
            job.pdf()

    def word(self):
        for notice in self.notices:
            notice.document_id._docx_to_print()

    def pdf(self):
        for notice in self.notices:
            notice.document_id._pdf_to_print()

    def _pdf(self, report, notices):
        content, _kind = self.env["ir.actions.report"]._render_qweb_pdf(report, notices.ids)
        if not content.startswith(b"%PDF"):
            raise AssertionError(f"{report} gave no PDF")
        return content
