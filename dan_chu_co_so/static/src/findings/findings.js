import { Component, onWillDestroy, onWillStart, useRef, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { useFileViewer } from "@web/core/file_viewer/file_viewer_hook";
import { deserializeDateTime, formatDateTime } from "@web/core/l10n/dates";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { session } from "@web/session";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

import { evidenceFile } from "../evidence/evidence";
import { shrunk } from "../evidence/shrink";
import { KeptWords, newKey } from "../outbox/kept";
import { KeptPhotos } from "./kept";
import { FindingOutbox } from "./outbox";

const EVIDENCE = "dan_chu.finding.evidence";
const MEGABYTE = 1024 * 1024;
const ICONS = {
    strength: "fa-thumbs-up",
    shortcoming: "fa-exclamation-circle",
    violation: "fa-gavel",
};
const COLOURS = { strength: "success", shortcoming: "warning", violation: "danger" };

/** What is seen on the spot, noted in a few taps, whatever the connection does. */
export class Findings extends Component {
    static template = "dan_chu_co_so.Findings";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.viewer = useFileViewer();
        this.camera = useRef("camera");
        this.picker = useRef("picker");
        this.top = useRef("top");
        this.icons = ICONS;
        this.colours = COLOURS;
        this.words = new KeptWords(session.db, user.userId, {
            name: "dan_chu.finding",
            owner: "inspection_id",
        });
        this.photos = new KeptPhotos();
        this.outbox = new FindingOutbox(this.words, this.photos, {
            onChange: () => this.showWaiting(),
            onConfirmed: (row) => this.confirm(row),
        });
        this.state = useState({
            screen: null,
            draft: null,
            waiting: this.outbox.waiting,
            isSending: false,
            isWordsSafe: this.words.isSafe,
            isPhotosSafe: true,
            previews: {},
            missing: "",
            isAdding: false,
        });
        onWillStart(async () => {
            await this.load(this.props.action.context?.active_id || null);
            this.outbox.send();
        });
        onWillDestroy(() => {
            this.outbox.close();
            Object.values(this.state.previews).forEach((url) => URL.revokeObjectURL(url));
        });
    }

    // ---------------------------------------------------------------- the inspection

    async load(inspectionId) {
        const screen = await this.orm.call("dan_chu.finding", "phone_screen", [inspectionId]);
        this.state.screen = screen;
        this.state.draft = null;
        if (screen.inspection) {
            this.state.draft = this.words.draft(screen.inspection.id) || this.newDraft();
            await Promise.all(this.state.draft.photos.map((photo) => this.showPhoto(photo)));
        }
    }

    onInspection(ev) {
        return this.load(Number(ev.target.value) || null);
    }

    // ---------------------------------------------------------------- what is being written

    newDraft(before = {}) {
        const { item_id = null, present = "" } = before;
        return {
            inspection_id: this.state.screen.inspection.id,
            client_key: newKey(),
            finding_kind: null,
            text: "",
            corrects_id: null,
            photos: [],
            item_id,
            present,
        };
    }

    change(values) {
        Object.assign(this.state.draft, values);
        this.state.missing = "";
        this.keep();
    }

    keep() {
        const { draft } = this.state;
        this.words.keepDraft(draft.inspection_id, { ...draft });
        this.state.isWordsSafe = this.words.isSafe;
    }

    onItem(ev) {
        this.change({ item_id: Number(ev.target.value) || null });
    }

    addPerson(name) {
        const { present } = this.state.draft;
        this.change({ present: present ? `${present}, ${name}` : name });
    }

    /** What another has noted stays as it is; what one sees oneself is a line of one's own. */
    addTo(row) {
        this.change({ corrects_id: row.id });
        this.top.el.scrollIntoView({ behavior: "smooth" });
    }

    get addedTo() {
        const { corrects_id } = this.state.draft;
        return corrects_id && this.state.screen.findings.find(({ id }) => id === corrects_id);
    }

    note() {
        const { draft } = this.state;
        if (!draft.finding_kind || !draft.text.trim()) {
            this.state.missing = draft.finding_kind
                ? _t("Write in a few words what was found.")
                : _t("First touch what it is: one of the three buttons above.");
            return;
        }
        const entry = {
            ...draft,
            photos: [...draft.photos],
            noted_at: Date.now(),
            is_noted: false,
        };
        this.outbox.add(entry);
        this.state.draft = this.newDraft(draft);
        this.keep();
    }

    // ---------------------------------------------------------------- photos

    async onFiles(ev) {
        const input = ev.target;
        const files = [...input.files];
        this.state.isAdding = true;
        try {
            for (const file of files) {
                await this.addPhoto(file);
            }
        } finally {
            this.state.isAdding = false;
            input.value = null;
        }
    }

    async addPhoto(original) {
        const isFar = original.size > 4 * this.limitOf(original);
        const file = isFar ? original : await shrunk(original);
        const limit = this.limitOf(file);
        if (file.size > limit) {
            const size = Math.ceil((file.size * 10) / MEGABYTE) / 10;
            this.notification.add(
                _t("“%(name)s” has %(size)s MB; no more than %(limit)s MB is taken.", {
                    name: file.name,
                    size,
                    limit: limit / MEGABYTE,
                }),
                { type: "danger" },
            );
            return;
        }
        const photo = {
            key: `${this.words.base}/${newKey()}`,
            name: file.name,
            is_image: file.type.startsWith("image/"),
            taken_at: file.lastModified || Date.now(),
        };
        await this.photos.put(photo.key, file);
        this.state.isPhotosSafe = this.photos.isSafe;
        await this.showPhoto(photo);
        this.change({ photos: [...this.state.draft.photos, photo] });
    }

    limitOf(file) {
        const { photo, document, recording } = this.state.screen.limits;
        const families = { image: photo, audio: recording, video: recording };
        return families[file.type.split("/")[0]] || document;
    }

    async showPhoto(photo) {
        const file = photo.is_image && (await this.photos.get(photo.key));
        if (file) {
            this.state.previews[photo.key] = URL.createObjectURL(file);
        }
    }

    async removePhoto(photo) {
        await this.photos.drop(photo.key);
        this.change({ photos: this.state.draft.photos.filter(({ key }) => key !== photo.key) });
    }

    // ---------------------------------------------------------------- what was noted

    showWaiting() {
        this.state.waiting = this.outbox.waiting;
        this.state.isSending = this.outbox.isSending;
        this.state.isWordsSafe = this.words.isSafe;
    }

    confirm({ client_key, photo, ...row }) {
        const { findings, inspection } = this.state.screen;
        const shown = findings.find((finding) => finding.client_key === client_key);
        if (photo && shown && !shown.photos.some(({ id }) => id === photo.id)) {
            shown.photos.push(photo);
        } else if (row.id && !shown && row.inspection_id === inspection?.id) {
            findings.unshift({ ...row, client_key });
        }
    }

    labelOf(kind) {
        return Object.fromEntries(this.state.screen.kinds)[kind];
    }

    timeOf(row) {
        const moment = row.noted_on ? deserializeDateTime(row.noted_on) : null;
        return moment ? moment.toFormat("HH:mm") : "";
    }

    momentOf(row) {
        return formatDateTime(deserializeDateTime(row.noted_on));
    }

    openPhoto(row, photo) {
        const files = row.photos.map((each) => evidenceFile(EVIDENCE, each));
        const file = files.find(({ id }) => id === photo.id);
        if (file.isViewable) {
            this.viewer.open(file, files);
        } else {
            browser.open(file.downloadUrl);
        }
    }

    isImage(photo) {
        return evidenceFile(EVIDENCE, photo).isImage;
    }

    openFinding(row) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: "dan_chu.finding",
            res_id: row.id,
            views: [[false, "form"]],
        });
    }

    async copy(entry) {
        await browser.navigator.clipboard?.writeText(entry.text);
        this.notification.add(_t("Copied"), { type: "info" });
    }
}

registry.category("actions").add("dan_chu_findings", Findings);
