import { _t } from "@web/core/l10n/translation";
import { getDataURLFromFile } from "@web/core/utils/urls";

import { Outbox, callPatiently, secondsSince } from "../outbox/outbox";

const FINDING = "dan_chu.finding";
const EVIDENCE = "dan_chu.finding.evidence";
const PATIENCE = { [FINDING]: 20000, [EVIDENCE]: 120000 };

const record = (model, values) =>
    callPatiently(model, "record_from_phone", [values], PATIENCE[model]);

/** Findings with their photos. */
export class FindingOutbox extends Outbox {
    constructor(words, photos, handlers) {
        super(words, handlers);
        this.photos = photos;
    }

    async throwAway(entry) {
        await Promise.all(entry.photos.map(({ key }) => this.photos.drop(key)));
        await super.throwAway(entry);
    }

    async deliverParts(entry) {
        // First the words, which are short; then each photo by itself.
        const { client_key } = entry;
        if (!entry.is_noted) {
            const { noted_at, photos: _photos, ...values } = entry;
            const finding = await record(FINDING, {
                ...values,
                seconds_ago: secondsSince(noted_at),
            });
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
    }

    refusalOf(error) {
        if (error instanceof LostPhoto) {
            return _t(
                "The photo “%s” was lost when the page was closed before it could be sent: take it again.",
                error.message,
            );
        }
        return super.refusalOf(error);
    }
}

class LostPhoto extends Error {}
