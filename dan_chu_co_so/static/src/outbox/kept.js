import { browser } from "@web/core/browser/browser";

/** A UUID. `crypto.randomUUID` is for HTTPS only, and many schools have none inside the house. */
export function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

/**
 * Words that are kept in the browser until the server has confirmed them: of one user of one
 * database. `name` says what they are, `owner` the field that names what they belong to. What cannot be stored (no room, private window) is kept until the page is closed, and
 * `isSafe` says so.
 */
export class KeptWords {
    constructor(database, userId, { name, owner }) {
        this.base = `${name}/${database}/${userId}`;
        this.owner = owner;
        this.memory = new Map();
        this.isSafe = this.put(`${this.base}/try`, true);
        this.drop(`${this.base}/try`);
    }

    draft(ownerId) {
        return this.get(`${this.base}/${ownerId}/draft`);
    }

    keepDraft(ownerId, draft) {
        this.put(`${this.base}/${ownerId}/draft`, draft);
    }

    /** Each has an entry of its own, so that two windows do not write over each other. */
    keepWaiting(entry) {
        this.put(this.placeOf(entry), entry);
    }

    dropWaiting(entry) {
        this.drop(this.placeOf(entry));
    }

    waiting() {
        const isWaiting = (name) => name.startsWith(`${this.base}/`) && name.includes("/waiting/");
        const names = new Set([...this.storedNames(), ...this.memory.keys()]);
        return [...names]
            .filter(isWaiting)
            .map((name) => this.get(name))
            .filter(Boolean)
            .sort((left, right) => left.noted_at - right.noted_at);
    }

    placeOf(entry) {
        return `${this.base}/${entry[this.owner]}/waiting/${entry.client_key}`;
    }

    storedNames() {
        try {
            return Object.keys(browser.localStorage);
        } catch {
            return [];
        }
    }

    get(name) {
        if (this.memory.has(name)) {
            return this.memory.get(name);
        }
        try {
            return JSON.parse(browser.localStorage.getItem(name));
        } catch {
            return null;
        }
    }

    put(name, value) {
        try {
            browser.localStorage.setItem(name, JSON.stringify(value));
            this.memory.delete(name);
            this.isSafe = true;
        } catch {
            this.memory.set(name, value);
            this.isSafe = false;
        }
        return this.isSafe;
    }

    drop(name) {
        this.memory.delete(name);
        try {
            browser.localStorage.removeItem(name);
        } catch {
            // Where nothing can be stored there is nothing to remove.
        }
    }
}
