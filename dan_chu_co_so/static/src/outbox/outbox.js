import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError, RPCError, rpc } from "@web/core/network/rpc";
import { user } from "@web/core/user";

const FIRST_DELAY = 4000;
const LONGEST_DELAY = 60000;
// The server has understood, and says no: sending it again will not help.
const REFUSALS = [
    "odoo.exceptions.AccessError",
    "odoo.exceptions.MissingError",
    "odoo.exceptions.UserError",
    "odoo.exceptions.ValidationError",
];

/** A call that is given up after `patience` ms: what is sent twice is kept once. */
export async function callPatiently(model, method, args, patience) {
    const sending = rpc(
        `/web/dataset/call_kw/${model}/${method}`,
        { model, method, args, kwargs: { context: user.context } },
        { silent: true },
    );
    let timer;
    const waiting = new Promise((_resolve, reject) => {
        timer = browser.setTimeout(() => {
            sending.abort?.(false);
            reject(new ConnectionLostError(model));
        }, patience);
    });
    try {
        return await Promise.race([sending, waiting]);
    } finally {
        browser.clearTimeout(timer);
    }
}

export const secondsSince = (moment) => Math.round((Date.now() - moment) / 1000);

/** Sends what waits, one after the other, and again until the server has confirmed it. */
export class Outbox {
    constructor(words, { onChange, onConfirmed }) {
        Object.assign(this, { words, onChange, onConfirmed });
        this.delay = FIRST_DELAY;
        this.isSending = false;
        this.retry = () => this.send();
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

    get waiting() {
        return this.words.waiting();
    }

    add(entry) {
        this.words.keepWaiting(entry);
        this.onChange();
        return this.sendNow();
    }

    async again(entry) {
        this.words.keepWaiting({ ...entry, refusal: null });
        return this.sendNow();
    }

    async throwAway(entry) {
        this.words.dropWaiting(entry);
        this.onChange();
    }

    async send() {
        if (this.isSending || this.isClosed) {
            return;
        }
        this.isSending = true;
        browser.clearTimeout(this.timer);
        this.onChange();
        try {
            for (const entry of this.waiting.filter(({ refusal }) => !refusal)) {
                await this.deliver(entry);
            }
            this.delay = FIRST_DELAY;
        } catch (error) {
            if (!(error instanceof ConnectionLostError || error instanceof RPCError)) {
                throw error;
            }
            this.timer = browser.setTimeout(this.retry, this.delay);
            this.delay = Math.min(2 * this.delay, LONGEST_DELAY);
        } finally {
            this.isSending = false;
            this.onChange();
        }
    }

    async deliver(entry) {
        try {
            await this.deliverParts(entry);
            this.words.dropWaiting(entry);
        } catch (error) {
            const refusal = this.refusalOf(error);
            if (!refusal) {
                throw error;
            }
            // As far as it came: what was confirmed of it is not sent again.
            const kept = this.waiting.find(({ client_key }) => client_key === entry.client_key);
            this.words.keepWaiting({ ...(kept || entry), refusal });
        }
        this.onChange();
    }

    refusalOf(error) {
        if (error instanceof RPCError && REFUSALS.includes(error.exceptionName)) {
            return error.data.message;
        }
        if (error.exceptionName === "odoo.http.SessionExpiredException") {
            return _t("You are logged out. Log in again, then send: what you wrote is kept here.");
        }
        return null;
    }
}
