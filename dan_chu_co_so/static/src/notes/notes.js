import { Component, markup, onWillDestroy, onWillStart, useRef, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { deserializeDateTime } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { session } from "@web/session";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

import { KeptWords, newKey } from "../outbox/kept";
import { NoteOutbox } from "./outbox";

const MODEL = "dan_chu.conference";
// How often one looks what the others have noted.
const EVERY = 8000;
const TYPED = 250;
const COLOURS = {
    speech: "secondary",
    question: "warning",
    answer: "info",
    conclusion: "success",
};

/** What is said, noted while it is said: by several people, whatever the connection does. */
export class ConferenceNotes extends Component {
    static template = "dan_chu_co_so.ConferenceNotes";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.dialog = useService("dialog");
        this.action = useService("action");
        this.text = useRef("text");
        this.colours = COLOURS;
        this.words = new KeptWords(session.db, user.userId, {
            name: "dan_chu.conference.note",
            owner: "conference_id",
        });
        this.outbox = new NoteOutbox(this.words, {
            onChange: () => this.showWaiting(),
            onConfirmed: (note) => this.confirm(note),
        });
        this.state = useState({
            conferences: [],
            conference: null,
            draft: null,
            waiting: this.outbox.waiting,
            isSending: false,
            isSafe: this.words.isSafe,
            isOffline: false,
            speakers: [],
            missing: "",
            minutes: null,
        });
        onWillStart(async () => {
            await this.load(this.props.action.context?.active_id || null);
            this.outbox.send();
            this.wait();
        });
        onWillDestroy(() => {
            this.outbox.close();
            browser.clearTimeout(this.timer);
            browser.clearTimeout(this.asking);
        });
    }

    // ---------------------------------------------------------------- what is shown

    async load(conferenceId) {
        const screen = await this.orm.silent.call(MODEL, "notes_screen", [conferenceId]);
        this.state.conferences = screen.conferences;
        this.state.conference = screen.conference || null;
        if (screen.conference && this.state.draft?.conference_id !== screen.conference.id) {
            this.state.draft = this.words.draft(screen.conference.id) || this.newDraft();
        }
    }

    wait() {
        this.timer = browser.setTimeout(async () => {
            if (this.state.conference && document.visibilityState === "visible") {
                await this.load(this.state.conference.id).then(
                    () => (this.state.isOffline = false),
                    () => (this.state.isOffline = true),
                );
            }
            this.wait();
        }, EVERY);
    }

    onConference(ev) {
        return this.load(Number(ev.target.value) || null);
    }

    get items() {
        return this.state.conference.items;
    }

    get notes() {
        return [...this.state.conference.notes].reverse();
    }

    itemOf(note) {
        const place = this.items.findIndex(({ id }) => id === note.item_id);
        return place < 0 ? "" : `${place + 1}. ${this.items[place].name}`;
    }

    labelOf(kind) {
        return Object.fromEntries(this.state.conference.kinds)[kind];
    }

    timeOf(note) {
        return note.noted_on ? deserializeDateTime(note.noted_on).toFormat("HH:mm") : "";
    }

    /** Who has a reply already needs no button that stands out. */
    isAnswered(note) {
        return this.state.conference.notes.some(({ answers_id }) => answers_id === note.id);
    }

    // ---------------------------------------------------------------- what is being written

    newDraft(before = { item_id: this.items[0]?.id || null }) {
        return {
            conference_id: this.state.conference.id,
            client_key: newKey(),
            item_id: before.item_id,
            note_kind: "speech",
            speaker: "",
            text: "",
            answers_id: null,
            note_id: null,
            seen: null,
        };
    }

    change(values) {
        Object.assign(this.state.draft, values);
        this.state.missing = "";
        this.words.keepDraft(this.state.draft.conference_id, { ...this.state.draft });
        this.state.isSafe = this.words.isSafe;
    }

    onItem(ev) {
        this.change({ item_id: Number(ev.target.value) || null });
    }

    step(by) {
        const place = this.items.findIndex(({ id }) => id === this.state.draft.item_id) + by;
        if (this.items[place]) {
            this.change({ item_id: this.items[place].id });
        }
    }

    onSpeaker(ev) {
        const speaker = ev.target.value;
        this.change({ speaker });
        browser.clearTimeout(this.asking);
        this.asking = browser.setTimeout(async () => {
            const asked = [[this.state.conference.id], speaker];
            const found = await this.orm.silent.call(MODEL, "find_speakers", asked).catch(() => []);
            this.state.speakers = found.filter((name) => name !== speaker);
        }, TYPED);
    }

    choose(speaker) {
        this.change({ speaker });
        this.state.speakers = [];
        this.text.el?.focus();
    }

    replyTo(note) {
        this.change({ answers_id: note.id, note_kind: "answer", item_id: note.item_id || null });
        this.text.el?.focus();
    }

    get repliedTo() {
        const { answers_id } = this.state.draft;
        return answers_id && this.state.conference.notes.find(({ id }) => id === answers_id);
    }

    /** What somebody else is writing at the moment is not written over: the server compares. */
    edit(note) {
        const { item_id, note_kind, speaker, text } = note;
        const values = { item_id: item_id || null, note_kind, speaker, text };
        this.change({ ...values, answers_id: null, note_id: note.id, seen: text });
        this.text.el?.focus();
    }

    leave() {
        this.state.draft = this.newDraft(this.state.draft);
        this.change({});
    }

    onKeydown(ev) {
        if (ev.key === "Enter" && (ev.ctrlKey || ev.metaKey)) {
            ev.preventDefault();
            this.note();
        }
    }

    note() {
        const { draft } = this.state;
        if (!draft.text.trim()) {
            this.state.missing = _t("Write in a few words what was said.");
            return;
        }
        this.outbox.add({ ...draft, noted_at: Date.now() });
        this.leave();
        this.state.speakers = [];
        this.text.el?.focus();
    }

    // ---------------------------------------------------------------- what was noted

    showWaiting() {
        this.state.waiting = this.outbox.waiting;
        this.state.isSending = this.outbox.isSending;
    }

    confirm(note) {
        const notes = this.state.conference?.notes || [];
        const place = notes.findIndex(({ id }) => id === note.id);
        if (place < 0) {
            notes.push(note);
        } else {
            notes[place] = note;
        }
    }

    drop(note) {
        this.dialog.add(ConfirmationDialog, {
            body: _t("Take away “%s”?", note.text.slice(0, 80)),
            confirmLabel: _t("Take away"),
            confirm: async () => {
                await this.orm.call(MODEL, "drop_note", [[this.state.conference.id], note.id]);
                await this.load(this.state.conference.id);
            },
            cancel: () => {},
        });
    }

    // ---------------------------------------------------------------- the minutes

    async showMinutes() {
        const html = await this.orm.call(MODEL, "minutes_preview", [[this.state.conference.id]]);
        this.state.minutes = markup(html);
    }

    hideMinutes() {
        this.state.minutes = null;
    }

    async showPaper(paper) {
        const html = await this.orm.call("dan_chu.conference.paper", "text_to_sign", [[paper.id]]);
        this.state.minutes = markup(html);
    }

    sign(paper) {
        this.dialog.add(ConfirmationDialog, {
            body: _t("This is your signature under “%s”. Sign it?", paper.name),
            confirmLabel: _t("Approve and sign"),
            confirm: async () => {
                await this.orm.call("dan_chu.conference.paper", "action_consent", [[paper.id]]);
                this.hideMinutes();
                await this.load(this.state.conference.id);
            },
            cancel: () => {},
        });
    }
}

registry.category("actions").add("dan_chu_conference_notes", ConferenceNotes);
