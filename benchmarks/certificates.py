"""Five hundred certificates in one file, against Odoo's stock way one by one."""

import base64
import io
from functools import partial

from PIL import Image

from odoo.tools.pdf import PdfFileReader

from odoo.addons.dan_chu_co_so.lib.clock import today

from . import measure, prints, world
from .table import Section

SIZES = (10, 100, 500)
SAMPLE = 20  # of wkhtmltopdf
TURNS = 3
STOCK = "dan_chu_co_so.benchmark_certificate"
NAMES = ("Nguyễn Thị Minh An", "Công Tằng Tôn Nữ Hoàng Phương", "Lê Văn Bé", "Trần Thị Ngọc Diệp")
_TEMPLATE = """
<t t-name="dan_chu_co_so.benchmark_certificate">
    <t t-call="web.html_container">
        <t t-foreach="docs" t-as="doc">
            <div class="article" t-att-data-oe-model="doc._name" t-att-data-oe-id="doc.id"
                 t-att-data-oe-lang="'vi_VN'">
                <style>
                    .sheet { font-family: 'Times New Roman', 'Liberation Serif'; font-size: 16pt;
                        text-align: center; border: 4px double #b3121d; padding: 8mm;
                        height: 175mm; }
                    .what { font-size: 44pt; font-weight: bold; color: #b3121d; }
                    .name { font-size: 28pt; font-weight: bold; }
                    td { width: 50%; }
                </style>
                <t t-set="look" t-value="doc.env['dan_chu.certificate']._of(doc.addressee_unit_id)"
                />
                <t t-set="row" t-value="doc.sudo()._certificates(look)[0]" />
                <div class="sheet">
                    <b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br />
                    <b>Độc lập - Tự do - Hạnh phúc</b>
                    <p><b t-out="doc.addressee_unit_id.name" /></p>
                    <div t-out="row['opening']" />
                    <div class="what" t-out="row['what']" />
                    <div class="name" t-out="row['name']" />
                    <i t-out="row['position']" />
                    <p><b t-out="row['reached']" /></p>
                    <p t-out="row['merit']" />
                    <table style="width: 100%"><tr>
                        <td><i t-foreach="row['notes']" t-as="note" t-out="note" /></td>
                        <td>
                            <i t-out="row['place_date']" /><br />
                            <b t-foreach="row['signed_as']" t-as="line" t-out="line" />
                            <p><b t-out="row['signer']" /></p>
                        </td>
                    </tr></table>
                </div>
            </div>
        </t>
    </t>
</t>
"""


def run(env):
    unit = world.unit(env, "D1W1S9")
    officer = world.add_user(env, "officer of the certificates")
    for role in ("officer", "staff"):
        world.give(env, officer, role, unit)
    env.registry.clear_cache()
    ours = env(user=officer.id)
    people = env["hr.employee"].create(
        [
            {"name": f"{NAMES[n % len(NAMES)]} {_letters(n)}", "dan_chu_unit_id": unit.id}
            for n in range(SIZES[-1])
        ]
    )
    # What was given stays as it was decided: for other words there is another round.
    rounds = {
        size: [_awarded(env, unit, people[:size], turn).with_env(ours) for turn in range(TURNS + 1)]
        for size in SIZES
    }
    _stock_report(env)
    section = Section(
        "Certificates",
        MEASURED + ("" if prints.has_stock() else MISSING),
        ("wkhtmltopdf", "without its wait"),
        READING,
    )
    for held in rounds.values():
        _check(held[0])
    costs = {
        size: measure.take_turns(env, {"ours": partial(_next, iter(held))}, TURNS)["ours"]
        for size, held in rounds.items()
    }
    if len({cost.queries for cost in costs.values()}) > 1:
        raise AssertionError(f"The queries grow with the certificates: {costs}.")
    stock = _stock(env, rounds[SIZES[-1]][0])
    for size, cost in costs.items():
        peers = tuple(each and each * size for each in stock)
        section.add(f"{size} certificates", f"{size} pages", cost.whole, peers, cost.queries)
    size = SIZES[-1]
    minutes = tuple(each and 60 / each for each in stock)
    section.add(
        "pages in a minute", f"{size} pages", 60 * size / costs[size].whole, minutes, unit="pages"
    )
    picture = _awarded(env, unit, people, TURNS + 1).with_env(ours)
    _with_picture(section, env, picture)
    return section


def _with_picture(section, env, held):
    """A background as wide as A4 at 300 dots an inch, the largest that is kept."""
    out = io.BytesIO()
    Image.effect_noise((3508, 2480), 40).convert("RGB").save(out, "JPEG", quality=60)
    env["dan_chu.certificate"].create(
        {"unit_id": held.unit_id.id, "background": base64.b64encode(out.getvalue())}
    )
    cost = measure.once(env, partial(_printed, held))
    size = len(held.commendation_ids)
    section.add(
        f"{size} certificates on a picture of the house",
        f"{size} pages",
        cost.whole,
        (None, None),
        cost.queries,
    )


def _next(rounds):
    _printed(next(rounds))


def _printed(held):
    return held._certificates_pdf("a4")


def _check(held):
    pages = PdfFileReader(io.BytesIO(_printed(held))).getNumPages()
    if pages != len(held.commendation_ids):
        raise AssertionError(f"{len(held.commendation_ids)} certificates on {pages} pages.")


def _stock(env, held):
    """Seconds of one certificate: (as Odoo sets it, without the wait); None without the program."""
    if not prints.has_stock():
        return None, None
    rows = held.sudo().commendation_ids[:SAMPLE].with_env(held.env)
    parameters = env["ir.config_parameter"].sudo()
    seconds = []
    with prints.stylesheets(env):
        for delay in ("1000", "0"):
            parameters.set_param("report.print_delay", delay)
            cost = measure.once(env, partial(_one_by_one, rows))
            seconds.append(cost.whole / len(rows))
    return tuple(seconds)


def _one_by_one(rows):
    """Of Debian's wkhtmltopdf (unpatched Qt) Odoo refuses a batch."""
    report = rows.env["ir.actions.report"]
    streams = []
    for row in rows:
        content, _kind = report._render_qweb_pdf(f"{STOCK}_report", row.ids)
        if not content.startswith(b"%PDF"):
            raise AssertionError("wkhtmltopdf gave no PDF.")
        streams.append(io.BytesIO(content))
    report._merge_pdfs(streams)


def _letters(number):
    """Names have no figures."""
    return "".join("ABCDEGHIKL"[int(digit)] for digit in str(number))


def _awarded(env, unit, people, turn):
    award = env.ref("dan_chu_co_so.award_giay_khen")
    held = env["dan_chu.commendation.round"].create(
        {
            "unit_id": unit.id,
            "name": f"Xét thi đua, khen thưởng {turn}",
            "date_from": today(),
            "award_ids": [(6, 0, award.ids)],
        }
    )
    held._put({"state": "open"})
    rows = env["dan_chu.commendation"].create(
        [
            {
                "round_id": held.id,
                "unit_id": unit.id,
                "employee_id": person.id,
                "award_id": award.id,
                "name": f"{person.name} {_letters(turn)}",
                "position": f"Giáo viên {turn}",
                "rating": "excellent",
                "summary": f"Hoàn thành xuất sắc nhiệm vụ, lần {turn}, việc {place}",
            }
            for place, person in enumerate(people)
        ]
    )
    rows._put(
        {
            "state": "awarded",
            "decided_on": today(),
            "decision_words": "Quyết định số 45/QĐ-THCS",
        }
    )
    held._put({"state": "decided", "decided_on": today()})
    env.flush_all()
    env.invalidate_all()
    return held


def _stock_report(env):
    view = env["ir.ui.view"].create(
        {"name": STOCK, "key": STOCK, "type": "qweb", "arch": _TEMPLATE}
    )
    paper = env.ref("base.paperformat_euro").copy({"orientation": "Landscape"})
    report = env["ir.actions.report"].create(
        {
            "name": "Stock certificate",
            "model": "dan_chu.commendation",
            "report_type": "qweb-pdf",
            "report_name": STOCK,
            "paperformat_id": paper.id,
        }
    )
    env["ir.model.data"].create(
        [
            {
                "module": "dan_chu_co_so",
                "name": f"benchmark_certificate{end}",
                "model": row._name,
                "res_id": row.id,
            }
            for end, row in (("", view), ("_report", report))
        ]
    )


MEASURED = f"""\
Certificates (A4 across, one a page) of a round that was decided, from its lines to the bytes of one
PDF file, as the officer prints them. Each print has new words, as Typst remembers what it has laid
out. *wkhtmltopdf* is a stock qweb-pdf report with the same words in a drawn frame; Debian's program
takes one document at a time, so that certificates are printed one by one and merged. Of it
{SAMPLE} are measured, and its figures are so many times one of them. Odoo has it wait a second for
scripts (parameter `report.print_delay`); *without its wait* is the same with that set to 0. Seconds
of the whole call."""

MISSING = """
This machine has no wkhtmltopdf: its columns are empty."""

READING = """\
The number of queries is the same, or this run would have ended with an error. Starting a program
for each certificate is what the stock way costs. Ours also fits each name into its room,
by trying sizes, which the HTML does not."""
