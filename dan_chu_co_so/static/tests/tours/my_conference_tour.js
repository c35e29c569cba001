import { ConnectionLostError, rpc } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";

const tours = registry.category("web_tour.tours");

const ask = rpc._rpc;
/** What is done meanwhile beside the ballot box, by buttons that are not on this screen. */
function beside(method, args, kwargs = {}) {
    const params = { model: "dan_chu.vote", method, args, kwargs };
    return ask(`/web/dataset/call_kw/dan_chu.vote/${method}`, params, {});
}

let voteId;

/** Opened, and two of those without an account have voted on the tablet. */
async function open() {
    voteId = (await beside("counting_screen", [])).votes[0].id;
    await beside("action_open", [[voteId]]);
    const { params } = await beside("action_make_codes", [[voteId]]);
    for (const [place, choice] of ["for", "against"].entries()) {
        const receipt = String(place).repeat(32);
        const { code } = params.slips[place];
        await beside("cast", [[voteId]], { choice, receipt, code });
    }
}

/** The ballot arrives, and the answer is lost on the way back. */
function loseAnAnswer() {
    let isLost = false;
    rpc._rpc = (url, ...rest) => {
        if (isLost || !url.endsWith("/cast")) {
            return ask(url, ...rest);
        }
        isLost = true;
        return ask(url, ...rest).then(() => Promise.reject(new ConnectionLostError(url)));
    };
}

const page = ".o_dan_chu_my_conference";
const fits = {
    content: "Nothing is wider than the screen",
    trigger: page,
    run() {
        if (document.documentElement.scrollWidth > window.innerWidth) {
            throw new Error("The page is wider than the screen");
        }
    },
};
const RECEIPT = /^([0-9a-f]{4} ){7}[0-9a-f]{4}$/;
const put = ".o_dan_chu_ballot_put";

tours.add("dan_chu_my_conference_on_a_phone", {
    steps: () => [
        fits,
        { trigger: ".o_dan_chu_my_conference_here", run: "click" },
        { trigger: ".o_dan_chu_my_conference_present", run: open },
        {
            content: "The vote comes by itself",
            trigger: ".o_dan_chu_my_conference_vote:contains(Lấy phiếu tín nhiệm)",
            timeout: 40000,
            run: loseAnAnswer,
        },
        fits,
        { trigger: ".o_dan_chu_ballot_answer[data-answer=against]", run: "click" },
        { trigger: ".o_dan_chu_ballot_words:contains(Against)" },
        { trigger: ".o_dan_chu_ballot_back", run: "click" },
        { trigger: ".o_dan_chu_ballot_answer[data-answer=for]", run: "click" },
        { trigger: ".o_dan_chu_ballot_words:contains(For)" },
        {
            content: "Pressed twice by a thumb that trembles",
            trigger: put,
            run() {
                this.anchor.click();
                this.anchor.click();
            },
        },
        {
            content: "It is not known yet to have arrived",
            trigger: ".o_dan_chu_my_conference_waiting",
        },
        {
            content: "Sent again by itself; the receipt",
            trigger:
                ".o_dan_chu_my_conference_vote:has(.o_dan_chu_my_conference_taken) .o_dan_chu_receipt",
            run() {
                if (!RECEIPT.test(this.anchor.textContent)) {
                    throw new Error("No receipt that can be compared");
                }
            },
        },
        {
            content: "Nothing of the result is told before it closes",
            trigger: `${page}:not(:has(.o_dan_chu_my_conference_result))`,
            run: () => beside("action_close", [[voteId]]),
        },
        { trigger: ".o_dan_chu_my_conference_refresh", run: "click" },
        { trigger: ".o_dan_chu_my_conference_result:contains(2/3):contains(Passed)" },
        { trigger: ".o_dan_chu_my_conference_receipts", run: "click" },
        { trigger: ".o_dan_chu_my_conference_counted" },
        {
            content: "The codes of all, and nobody's choice",
            trigger: ".o_dan_chu_receipts",
            run() {
                const rows = [...this.anchor.children].map((row) => row.textContent);
                if (rows.length !== 3 || !rows.every((text) => RECEIPT.test(text))) {
                    throw new Error(`Published: ${rows.join("; ")}`);
                }
            },
        },
        fits,
    ],
});
