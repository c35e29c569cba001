import { Component, markup, onWillDestroy, onWillStart, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { session as server } from "@web/session";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

import { KeptWords } from "../outbox/kept";

const MODEL = "dan_chu.council.session";
const PAPER = "dan_chu.commendation.paper";
// How often one looks whether the session has been opened.
const EVERY = 10000;

/** A member of the council reads the dossiers and votes on each line, on the own phone. */
export class MyCouncil extends Component {
    static template = "dan_chu_co_so.MyCouncil";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.dialog = useService("dialog");
        this.action = useService("action");
        this.answers = [
            ["for", _t("For"), "success", "fa-check"],
            ["against", _t("Against"), "danger", "fa-times"],
            ["blank", _t("No opinion"), "secondary", "fa-minus"],
        ];
        // What is chosen and not sent yet outlives a phone that falls asleep.
        this.kept = new KeptWords(server.db, user.userId, { name: MODEL, owner: "session_id" });
        this.state = useState({
            sessions: [],
            toSign: [],
            paper: null,
            chosen: {},
            shown: {},
            isBusy: false,
        });
        onWillStart(async () => {
            await this.load();
            this.wait();
        });
        onWillDestroy(() => browser.clearTimeout(this.timer));
    }

    async load() {
        const { sessions, to_sign } = await this.orm.silent.call(MODEL, "my_council", []);
        for (const session of sessions) {
            this.markUp(session);
            const kept = this.kept.draft(session.id) || {};
            this.state.chosen = { ...kept, ...this.state.chosen };
        }
        this.state.sessions = sessions;
        this.state.toSign = to_sign;
    }

    markUp(session) {
        for (const line of session.lines) {
            line.earlier = line.earlier && markup(line.earlier);
        }
        return session;
    }

    wait() {
        this.timer = browser.setTimeout(async () => {
            const isWaiting = this.state.sessions.some(
                (session) => session.is_by_name && session.state === "draft",
            );
            if (isWaiting && document.visibilityState === "visible") {
                // Without a connection one looks again a little later.
                await this.load().catch(() => {});
            }
            this.wait();
        }, EVERY);
    }

    /** Lines of one award stand together, as they are on paper. */
    awardsOf(session) {
        const groups = new Map();
        for (const line of session.lines) {
            groups.set(line.award, [...(groups.get(line.award) || []), line]);
        }
        return [...groups].map(([name, lines]) => ({ name, lines }));
    }

    mayChoose(session, line) {
        return session.may_vote && !line.is_own && !line.choice;
    }

    openLines(session) {
        return session.lines.filter((line) => this.mayChoose(session, line));
    }

    chosenOf(session) {
        const lines = this.openLines(session).filter(({ id }) => this.state.chosen[id]);
        return Object.fromEntries(lines.map(({ id }) => [id, this.state.chosen[id]]));
    }

    countOf(session) {
        return Object.keys(this.chosenOf(session)).length;
    }

    wordOf(choice) {
        return this.answers.find(([key]) => key === choice)[1];
    }

    choose(session, line, answer) {
        this.state.chosen[line.id] = answer;
        this.kept.keepDraft(session.id, this.chosenOf(session));
    }

    /** All that the user may vote on is sent. */
    isDone(session) {
        const mine = session.lines.filter((line) => !line.is_own);
        return session.may_vote && mine.length > 0 && mine.every((line) => line.choice);
    }

    /** Most are for most lines: only the others are touched. */
    restIsFor(session) {
        for (const { id } of this.openLines(session)) {
            this.state.chosen[id] ||= "for";
        }
        this.kept.keepDraft(session.id, this.chosenOf(session));
    }

    toggle(line) {
        this.state.shown[line.id] = !this.state.shown[line.id];
    }

    /** “For: 9 · Against: 1 (Name)”, read once more before it is sent. */
    summaryOf(session) {
        const choices = this.chosenOf(session);
        return this.answers
            .map(([key, word]) => {
                const lines = session.lines.filter(({ id }) => choices[id] === key);
                const names = key === "for" ? "" : ` (${lines.map(({ name }) => name).join(", ")})`;
                return lines.length && `${word}: ${lines.length}${names}`;
            })
            .filter(Boolean)
            .join(" · ");
    }

    send(session) {
        const choices = this.chosenOf(session);
        this.dialog.add(ConfirmationDialog, {
            title: _t("Send the votes"),
            body: _t(
                "%s. The votes go by your name and do not change once they are sent.",
                this.summaryOf(session),
            ),
            confirmLabel: _t("Send the votes"),
            confirm: () => this.cast(session, choices),
            cancel: () => {},
        });
    }

    async cast(session, choices) {
        this.state.isBusy = true;
        try {
            const answer = await this.orm.call(MODEL, "cast", [[session.id]], { choices });
            Object.assign(session, this.markUp(answer));
            this.kept.keepDraft(session.id, this.chosenOf(session));
        } catch (error) {
            // Closed meanwhile, or sent from another phone: what is true is shown.
            await this.load().catch(() => {});
            throw error;
        } finally {
            this.state.isBusy = false;
        }
    }

    async showPaper(paper) {
        const html = await this.orm.call(PAPER, "text_to_sign", [[paper.id]]);
        this.state.paper = { ...paper, text: markup(html) };
    }

    hidePaper() {
        this.state.paper = null;
    }

    sign(paper) {
        this.dialog.add(ConfirmationDialog, {
            body: _t("This is your signature under “%s”. Sign it?", paper.name),
            confirmLabel: _t("Approve and sign"),
            confirm: async () => {
                await this.orm.call(PAPER, "action_consent", [[paper.id]]);
                this.hidePaper();
                await this.load();
            },
            cancel: () => {},
        });
    }

    run(session) {
        return this.action.doAction({
            type: "ir.actions.act_window",
            res_model: MODEL,
            res_id: session.id,
            views: [[false, "form"]],
        });
    }
}

registry.category("actions").add("dan_chu_my_council", MyCouncil);
