import { Component, onWillDestroy, onWillStart, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { user } from "@web/core/user";
import { useService } from "@web/core/utils/hooks";
import { Layout } from "@web/search/layout";
import { session } from "@web/session";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

import { Ballots, spaced } from "./ballots";
import { Ballot } from "./ballot";

const CONFERENCE = "dan_chu.conference";
const OPINION = "dan_chu.conference.opinion";
// Looked at again while it is in session; not by all phones in the same second.
const PAUSE = 15000;
const SCATTER = 5000;

/** The conference as each of the staff sees it: when, papers, here I am, vote, what came of it. */
export class MyConference extends Component {
    static template = "dan_chu_co_so.MyConference";
    static components = { Layout, Ballot };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.action = useService("action");
        this.notification = useService("notification");
        this.spaced = spaced;
        this.kinds = [
            ["speak", _t("I want to speak")],
            ["question", _t("Question")],
            ["opinion", _t("Opinion")],
        ];
        this.ballots = new Ballots(session.db, user.userId, {
            onChange: () => this.showBallots(),
            // The vote may be closed by then, and not among those that are shown.
            onRefused: (words) => this.notification.add(words, { type: "warning", sticky: true }),
        });
        this.state = useState({
            conferences: [],
            conference: null,
            ballots: this.ballots.kept,
            isLoading: false,
            said: { kind: "speak", text: "" },
            receipts: {},
        });
        onWillStart(async () => {
            await this.load(this.props.action.context?.active_id || null);
            this.ballots.send();
            this.wait();
        });
        onWillDestroy(() => {
            this.ballots.close();
            browser.clearTimeout(this.timer);
        });
    }

    async load(conferenceId = this.state.conference?.id) {
        this.state.isLoading = true;
        try {
            const screen = await this.orm.silent.call(CONFERENCE, "my_conference", [conferenceId]);
            this.state.conferences = screen.conferences;
            this.state.conference = screen.conference;
        } finally {
            this.state.isLoading = false;
        }
    }

    wait() {
        this.timer = browser.setTimeout(
            async () => {
                const isRunning = ["open", "ballot"].includes(this.state.conference?.state);
                if (isRunning && document.visibilityState === "visible") {
                    // Without a connection it shows what it knows, and looks again later.
                    await this.load().catch(() => {});
                }
                this.wait();
            },
            PAUSE + Math.random() * SCATTER,
        );
    }

    showBallots() {
        this.state.ballots = this.ballots.kept;
    }

    onConference(ev) {
        return this.load(Number(ev.target.value));
    }

    // ---------------------------------------------------------------- here I am

    async checkIn() {
        await this.orm.call(CONFERENCE, "check_in_self", [this.state.conference.id]);
        await this.load();
    }

    // ---------------------------------------------------------------- speaking

    sayWhat(kind) {
        this.state.said.kind = kind;
    }

    async say() {
        const { kind, text } = this.state.said;
        if (!text.trim()) {
            this.notification.add(_t("Say in a few words what it is about."), { type: "warning" });
            return;
        }
        await this.orm.call(OPINION, "hand_in", [this.state.conference.id, { kind, text }]);
        this.state.said.text = "";
        this.notification.add(_t("Handed in"), { type: "success" });
        await this.load();
    }

    kindName(kind) {
        return Object.fromEntries(this.kinds)[kind];
    }

    // ---------------------------------------------------------------- votes

    get votes() {
        return this.state.conference.votes;
    }

    ballotOf(vote) {
        return this.state.ballots[vote.id];
    }

    /** Whether the ballot paper is to be shown: not while one is on its way or in the box. */
    mayFill(vote) {
        const kept = this.ballotOf(vote);
        const isOut = kept && kept.state !== "refused";
        return vote.is_open && vote.is_electronic && vote.may_vote && !vote.has_voted && !isOut;
    }

    async put(vote, choice) {
        await this.ballots.put(vote.id, choice);
        await this.load().catch(() => {});
    }

    // ---------------------------------------------------------------- results

    outcomeOf(vote) {
        if (!vote.is_election || vote.outcome === "unknown") {
            return vote.outcome_name;
        }
        return vote.outcome === "passed" ? _t("All elected") : _t("Another round");
    }

    async showReceipts(vote) {
        this.state.receipts[vote.id] = await this.orm.call("dan_chu.vote", "receipts", [[vote.id]]);
    }

    isMine(vote, row) {
        return this.ballotOf(vote)?.receipt === row.receipt;
    }

    isCounted(vote) {
        return this.state.receipts[vote.id].some((row) => this.isMine(vote, row));
    }

    openResolution() {
        return this.action.doActionButton({
            type: "object",
            name: "action_open_resolution",
            resModel: CONFERENCE,
            resId: this.state.conference.id,
            resIds: [this.state.conference.id],
        });
    }
}

registry.category("actions").add("dan_chu_my_conference", MyConference);
