import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError, RPCError, rpc } from "@web/core/network/rpc";
import { user } from "@web/core/user";

const FIRST_DELAY = 2000;
const LONGEST_DELAY = 30000;
const PATIENCE = 20000;
// The server has understood, and says no: sending it again will not help.
const REFUSALS = [
    "odoo.exceptions.AccessError",
    "odoo.exceptions.MissingError",
    "odoo.exceptions.UserError",
    "odoo.exceptions.ValidationError",
];

/** 128 bits that nobody can guess; drawn here, so that nobody else has chosen it. */
export function drawReceipt() {
    const bytes = window.crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

export const spaced = (receipt) => receipt.match(/.{1,4}/g).join(" ");

async function cast(voteId, choice, receipt) {
    const sending = rpc(
        "/web/dataset/call_kw/dan_chu.vote/cast",
        {
            model: "dan_chu.vote",
            method: "cast",
            args: [[voteId]],
            kwargs: { choice, receipt, context: user.context },
        },
        { silent: true },
    );
    let timer;
    const patience = new Promise((_resolve, reject) => {
        timer = browser.setTimeout(() => {
            sending.abort?.(false);
            reject(new ConnectionLostError("cast"));
        }, PATIENCE);
    });
    try {
        return await Promise.race([sending, patience]);
    } finally {
        browser.clearTimeout(timer);
    }
}

/**
 * Ballots on their way, each under the receipt drawn for it: sent again until the server says that
 * it is in the box. What was chosen is kept only until then, the receipt until the person forgets
 * it.
 */
export class Ballots {
    constructor(database, userId, { onChange, onRefused }) {
        this.base = `dan_chu.ballots/${database}/${userId}`;
        Object.assign(this, { onChange, onRefused });
        this.delay = FIRST_DELAY;
        this.isSending = false;
        this.kept = this.read();
        this.sendNow = () => {
            this.delay = FIRST_DELAY;
            return this.send();
        };
        browser.addEventListener("online", this.sendNow);
    }

    close() {
        browser.removeEventListener("online", this.sendNow);
        browser.clearTimeout(this.timer);
        this.isClosed = true;
    }

    read() {
        try {
            return JSON.parse(browser.localStorage.getItem(this.base)) || {};
        } catch {
            return {};
        }
    }

    keep(voteId, entry) {
        this.kept = { ...this.kept, [voteId]: entry };
        try {
            browser.localStorage.setItem(this.base, JSON.stringify(this.kept));
        } catch {
            // A private window: kept as long as this page stays open.
        }
        this.onChange();
    }

    of(voteId) {
        return this.kept[voteId] || null;
    }

    put(voteId, choice) {
        // Put in twice, it would be refused under the second receipt, and the first one lost.
        if (["waiting", "taken"].includes(this.of(voteId)?.state)) {
            return this.sendNow();
        }
        this.keep(voteId, { choice, receipt: drawReceipt(), state: "waiting" });
        return this.sendNow();
    }

    forget(voteId) {
        this.keep(voteId, undefined);
    }

    async send() {
        if (this.isSending || this.isClosed) {
            return;
        }
        this.isSending = true;
        browser.clearTimeout(this.timer);
        try {
            for (const [voteId, entry] of Object.entries(this.kept)) {
                if (entry?.state === "waiting") {
                    await this.deliver(Number(voteId), entry);
                }
            }
            this.delay = FIRST_DELAY;
        } catch (error) {
            if (!(error instanceof ConnectionLostError || error instanceof RPCError)) {
                throw error;
            }
            this.timer = browser.setTimeout(() => this.send(), this.delay);
            this.delay = Math.min(2 * this.delay, LONGEST_DELAY);
        } finally {
            this.isSending = false;
            this.onChange();
        }
    }

    async deliver(voteId, { choice, receipt }) {
        try {
            await cast(voteId, choice, receipt);
            this.keep(voteId, { receipt, state: "taken" });
        } catch (error) {
            const refusal = this.refusalOf(error);
            if (!refusal) {
                throw error;
            }
            this.keep(voteId, { refusal, state: "refused" });
            this.onRefused(refusal);
        }
    }

    refusalOf(error) {
        if (error instanceof RPCError && REFUSALS.includes(error.exceptionName)) {
            return error.data.message;
        }
        if (error.exceptionName === "odoo.http.SessionExpiredException") {
            return _t("You are logged out. Log in again and vote anew: this ballot was not taken.");
        }
        return null;
    }
}
