const PHOTOS = "photos";

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
