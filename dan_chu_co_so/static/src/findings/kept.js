import { browser } from "@web/core/browser/browser";

const PHOTOS = "photos";

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
 * database. What cannot be stored (no room, private window) is kept until the page is closed, and
 * `isSafe` says so.
 */
export class KeptWords {
    constructor(database, userId) {
        this.base = `dan_chu.finding/${database}/${userId}`;
        this.memory = new Map();
        this.isSafe = this.put(`${this.base}/try`, true);
        this.drop(`${this.base}/try`);
    }

    draft(inspectionId) {
        return this.get(`${this.base}/${inspectionId}/draft`);
    }

    keepDraft(inspectionId, draft) {
        this.put(`${this.base}/${inspectionId}/draft`, draft);
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

    placeOf({ inspection_id, client_key }) {
        return `${this.base}/${inspection_id}/waiting/${client_key}`;
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

/** Photos that wait beside the words: in the browser's own database, or else in this page. */
export class KeptPhotos {
    constructor() {
        this.memory = new Map();
        this.isSafe = true;
    }

    async put(key, file) {
        this.memory.set(key, file);
        this.isSafe = await this.ask("readwrite", (photos) => photos.put(file, key)).then(
            () => true,
            () => false,
        );
    }

    async get(key) {
        const kept = this.memory.get(key);
        return kept || this.ask("readonly", (photos) => photos.get(key)).catch(() => null);
    }

    async drop(key) {
        this.memory.delete(key);
        await this.ask("readwrite", (photos) => photos.delete(key)).catch(() => null);
    }

    async ask(mode, request) {
        this.opening ||= this.open();
        const database = await this.opening;
        return new Promise((resolve, reject) => {
            const asked = request(database.transaction(PHOTOS, mode).objectStore(PHOTOS));
            asked.onsuccess = () => resolve(asked.result);
            asked.onerror = () => reject(asked.error);
        });
    }

    open() {
        return new Promise((resolve, reject) => {
            const opening = window.indexedDB.open("dan_chu_findings", 1);
            opening.onupgradeneeded = () => opening.result.createObjectStore(PHOTOS);
            opening.onsuccess = () => resolve(opening.result);
            opening.onerror = () => reject(opening.error);
        });
    }
}
