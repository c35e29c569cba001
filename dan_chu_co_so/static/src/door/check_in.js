import { Component, onMounted, onWillDestroy, onWillStart, useRef, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { hasTouch } from "@web/core/browser/feature_detection";
import { _t } from "@web/core/l10n/translation";
import { ConnectionLostError, RPCError } from "@web/core/network/rpc";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

import { GROUPS, Roll } from "./roll";

const MODEL = "dan_chu.conference";
const EVERY = 3000;
const TOLD = 8;

/** The desk at the door: several of them enter at once, each sees what the others did. */
export class CheckIn extends Component {
    static template = "dan_chu_co_so.CheckIn";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.search = useRef("search");
        this.groups = [
            ["awaited", _t("Awaited")],
            ["present", _t("Came")],
            ["away", _t("Away")],
            ["", _t("Everybody")],
        ];
        this.state = useState({
            conferences: [],
            desk: null,
            rows: [],
            text: "",
            group: "awaited",
            section: "",
            chosen: null,
            reason: "",
            pending: {},
            told: [],
            isOffline: false,
            but: null,
        });
        onWillStart(() => this.load(this.props.action.context?.active_id || null));
        onMounted(() => {
            this.beginToType();
            this.wait();
        });
        onWillDestroy(() => browser.clearTimeout(this.timer));
    }

    // ---------------------------------------------------------------- what is shown

    async load(conferenceId) {
        const args = [conferenceId];
        const screen = await this.orm.silent.call(MODEL, "door_screen", args);
        this.state.conferences = screen.conferences;
        this.take(screen.conference);
    }

    take(desk) {
        this.state.desk = desk || null;
        this.roll = new Roll(desk ? desk.rows : []);
        this.show();
    }

    /** The list as it stands is handed to the screen anew, which compares nothing deep. */
    show() {
        this.state.rows = [...this.roll.rows];
    }

    onConference(ev) {
        return this.load(Number(ev.target.value) || null);
    }

    get found() {
        const { text, group, section, rows } = this.state;
        // Whoever is looked for by name is found wherever they stand.
        return rows.length && this.roll.find(text, text.trim() ? "" : group, section);
    }

    numberOf(group) {
        return this.state.rows.length && this.roll.number(group, this.state.section);
    }

    get sections() {
        return this.state.rows.length ? this.roll.sections() : [];
    }

    get quorumColour() {
        const colours = { met: "success", not_met: "warning", unknown: "secondary" };
        return colours[this.state.desk.quorum];
    }

    get quorumWord() {
        const { quorum, needed, present } = this.state.desk;
        if (quorum === "not_met") {
            return _t("%s more needed", needed - present);
        }
        return quorum === "met" ? _t("Enough are here") : _t("Not known yet");
    }

    stageWords(row) {
        const words = {
            expected: _t("Awaited"),
            present: row.is_late ? _t("Came late, %s", row.came) : _t("Came %s", row.came),
            left: _t("Came %(came)s, left %(left)s", row),
            excused: _t("With leave"),
            absent: _t("Without leave"),
        }[row.stage];
        return [words, row.reason, row.by].filter(Boolean).join(" · ");
    }

    isHere(row) {
        return GROUPS.present.includes(row.stage);
    }

    // ---------------------------------------------------------------- what the others did

    wait() {
        this.timer = browser.setTimeout(() => this.look(), EVERY);
    }

    async look() {
        try {
            await this.sendPending();
            if (this.state.desk && !this.state.but) {
                const { id, now } = this.state.desk;
                const answer = await this.orm.silent.call(MODEL, "door_changes", [[id], now]);
                this.learn(answer, answer.rows);
                this.state.isOffline = false;
                if (answer.is_whole) {
                    this.take(answer);
                } else if (this.isBehind) {
                    await this.load(id);
                }
            }
        } catch (error) {
            this.fail(error);
        }
        this.wait();
    }

    learn({ rows, row, done, message, ...figures }, changed) {
        Object.assign(this.state.desk, figures);
        this.isBehind = !this.roll.merge(changed) || !this.roll.agrees(figures);
        this.show();
    }

    fail(error) {
        if (error instanceof ConnectionLostError) {
            this.state.isOffline = true;
        } else if (error instanceof RPCError) {
            this.tell(error.data?.message || error.message, "danger");
        } else {
            throw error;
        }
    }

    // ---------------------------------------------------------------- what this desk enters

    /** Shown at once, and sent until it is answered: twice sent is once entered. */
    async enter(row, stage, values = {}) {
        this.state.pending[row.id] = { stage, seen: row.stage, ...values };
        this.state.chosen = null;
        this.state.text = "";
        this.beginToType();
        try {
            await this.sendPending();
        } catch (error) {
            this.fail(error);
        }
    }

    /** On a phone the keyboard would cover the list each time. */
    beginToType() {
        if (!hasTouch()) {
            this.search.el?.focus({ preventScroll: true });
        }
    }

    async sendPending() {
        for (const id of Object.keys(this.state.pending).map(Number)) {
            await this.send(id);
        }
    }

    async send(id) {
        const values = this.state.pending[id];
        if (!values || values.isUnderWay) {
            return;
        }
        values.isUnderWay = true;
        try {
            const { isUnderWay, ...asked } = values;
            const args = [[this.state.desk.id], id, asked];
            const answer = await this.orm.silent.call(MODEL, "check_in", args);
            delete this.state.pending[id];
            this.state.isOffline = false;
            this.learn({ ...answer, now: this.state.desk.now }, [answer.row]);
            if (answer.message) {
                this.tell(answer.message, answer.done ? "info" : "warning");
            } else {
                this.state.told.unshift({ ...answer.row, words: this.stageWords(answer.row) });
                this.state.told.length = Math.min(this.state.told.length, TOLD);
            }
        } catch (error) {
            values.isUnderWay = false;
            if (!(error instanceof ConnectionLostError)) {
                delete this.state.pending[id];
            }
            throw error;
        }
    }

    /** Nobody of that name is on the list: somebody invited has come along. */
    async addGuest() {
        const { desk, text } = this.state;
        try {
            const answer = await this.orm.call(MODEL, "check_in_guest", [[desk.id], text]);
            this.state.text = "";
            this.state.told.unshift({ ...answer.row, words: this.stageWords(answer.row) });
            await this.load(desk.id);
        } catch (error) {
            this.fail(error);
        }
        this.beginToType();
    }

    tell(words, type) {
        this.notification.add(words, { type });
    }

    choose(row) {
        this.state.chosen = this.state.chosen === row.id ? null : row.id;
        this.state.reason = row.reason;
    }

    enterWithReason(row, stage, values = {}) {
        return this.enter(row, stage, { ...values, reason: this.state.reason.trim() });
    }

    /** Typed and found: the next key checks in. */
    onKeydown(ev) {
        const [first] = this.found ? this.found.rows : [];
        if (ev.key === "Enter" && first && this.state.text.trim() && !this.isHere(first)) {
            this.enter(first, "present");
        }
    }

    // ---------------------------------------------------------------- all but these

    beginAll() {
        this.state.but = {};
        this.state.group = "awaited";
        this.state.text = "";
    }

    mark(row, stage) {
        if (stage === "present") {
            delete this.state.but[row.id];
        } else {
            this.state.but[row.id] = { id: row.id, stage, reason: "" };
        }
        this.state.text = "";
    }

    isMarked(row, stage) {
        return (this.state.but[row.id]?.stage || "present") === stage;
    }

    get awaitedStaff() {
        return this.state.rows.filter(
            (row) => row.stage === "expected" && !row.is_guest && !row.is_off,
        ).length;
    }

    get away() {
        return Object.keys(this.state.but).length;
    }

    async enterAll() {
        const but = Object.values(this.state.but).map((one) => ({ ...one }));
        const answer = await this.orm.call(MODEL, "check_in_all", [[this.state.desk.id], but]);
        this.state.but = null;
        this.take(answer.desk);
        this.tell(_t("%s people checked in.", answer.present), "success");
        if (answer.gone.length) {
            this.tell(
                _t("Not of the staff any more, and not checked in: %s", answer.gone.join(", ")),
                "warning",
            );
        }
    }

    openScreen() {
        return this.action.doAction("dan_chu_co_so.quorum_screen_action", {
            additionalContext: { active_id: this.state.desk.id },
        });
    }
}

registry.category("actions").add("dan_chu_check_in", CheckIn);
