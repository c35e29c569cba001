import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError, RPCError, rpc } from "@web/core/network/rpc";
import { user } from "@web/core/user";
import { getDataURLFromFile } from "@web/core/utils/urls";

const FINDING = "dan_chu.finding";
const EVIDENCE = "dan_chu.finding.evidence";
const FIRST_DELAY = 4000;
const LONGEST_DELAY = 60000;
// A connection that hangs is given up: what is sent twice is kept once.
const PATIENCE = { [FINDING]: 20000, [EVIDENCE]: 120000 };
// The server has understood, and says no: sending it again will not help.
const REFUSALS = [
    "odoo.exceptions.AccessError",
    "odoo.exceptions.MissingError",
    "odoo.exceptions.UserError",
    "odoo.exceptions.ValidationError",
];

async function record(model, values) {
    const sending = rpc(
        `/web/dataset/call_kw/${model}/record_from_phone`,
        {
            model,
            method: "record_from_phone",
            args: [values],
            kwargs: { context: user.context },
        },
        { silent: true },
    );
    let timer;
    const patience = new Promise((_resolve, reject) => {
        timer = browser.setTimeout(() => {
            sending.abort?.(false);
            reject(new ConnectionLostError(model));
        }, PATIENCE[model]);
    });
    try {
        return await Promise.race([sending, patience]);
    } finally {
        browser.clearTimeout(timer);
    }
}

const secondsSince = (moment) => Math.round((Date.now() - moment) / 1000);

/** Sends what waits, one after the other, and again until the server has confirmed it. */
export class Outbox {
    constructor(words, photos, { onChange, onConfirmed }) {
        Object.assign(this, { words, photos, onChange, onConfirmed });
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
        await Promise.all(entry.photos.map(({ key }) => this.photos.drop(key)));
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
            // First the words, which are short; then each photo by itself.
            const { client_key } = entry;
            let finding = null;
            if (!entry.is_noted) {
                const { noted_at, photos: _photos, ...values } = entry;
                finding = await record(FINDING, { ...values, seconds_ago: secondsSince(noted_at) });
                entry = { ...entry, is_noted: true };
                this.words.keepWaiting(entry);
                this.onConfirmed(finding);
            }
            for (const photo of entry.photos) {
                const file = await this.photos.get(photo.key);
                if (!file) {
                    throw new LostPhoto(photo.name);
                }
                const data = (await getDataURLFromFile(file)).split(",")[1] || "";
                const taken_seconds_ago = secondsSince(photo.taken_at);
                const values = { client_key, name: photo.name, data, taken_seconds_ago };
                const kept = await record(EVIDENCE, values);
                const photos = entry.photos.filter(({ key }) => key !== photo.key);
                entry = { ...entry, photos };
                this.words.keepWaiting(entry);
                await this.photos.drop(photo.key);
                this.onConfirmed({ client_key, photo: kept });
            }
            this.words.dropWaiting(entry);
        } catch (error) {
            const refusal = this.refusalOf(error);
            if (!refusal) {
                throw error;
            }
            this.words.keepWaiting({ ...entry, refusal });
        }
        this.onChange();
    }

    refusalOf(error) {
        if (error instanceof LostPhoto) {
            return _t(
                "The photo “%s” was lost when the page was closed before it could be sent: take it again.",
                error.message,
            );
        }
        if (error instanceof RPCError && REFUSALS.includes(error.exceptionName)) {
            return error.data.message;
        }
        if (error.exceptionName === "odoo.http.SessionExpiredException") {
            return _t("You are logged out. Log in again, then send: what you wrote is kept here.");
        }
        return null;
    }
}

class LostPhoto extends Error {}
