import { Outbox, callPatiently, secondsSince } from "../outbox/outbox";

const MODEL = "dan_chu.conference";
const PATIENCE = 15000;

/** Notes, and what is put right in them. */
export class NoteOutbox extends Outbox {
    async deliverParts({ conference_id, note_id, seen, noted_at, ...values }) {
        const ids = [conference_id];
        const isNew = !note_id;
        const args = isNew
            ? [ids, { ...values, seconds_ago: secondsSince(noted_at) }]
            : [ids, note_id, values, seen];
        const method = isNew ? "take_note" : "change_note";
        this.onConfirmed(await callPatiently(MODEL, method, args, PATIENCE));
    }
}
