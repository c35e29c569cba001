import { Component, onWillStart, useState } from "@odoo/owl";
import { ConfirmationDialog } from "@web/core/confirmation_dialog/confirmation_dialog";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { KeepLast } from "@web/core/utils/concurrency";
import { useService } from "@web/core/utils/hooks";
import { useDebounced } from "@web/core/utils/timing";
import { Layout } from "@web/search/layout";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

const MODEL = "dan_chu.vote";
const SAID = ["votes_for", "votes_against", "votes_blank"];
const BALLOTS = ["issued", "collected", "valid", "invalid"];

/** Votes are opened, their totals typed beside the ballot box, and closed. */
export class Counting extends Component {
    static template = "dan_chu_co_so.Counting";
    static components = { Layout };
    static props = { ...standardActionServiceProps };

    setup() {
        this.orm = useService("orm");
        this.dialog = useService("dialog");
        this.labels = {
            issued: _t("Ballots issued"),
            collected: _t("Ballots collected"),
            valid: _t("Valid ballots"),
            invalid: _t("Invalid ballots"),
            votes_for: _t("For"),
            votes_against: _t("Against"),
            votes_blank: _t("No opinion"),
        };
        this.marks = {
            yes: _t("Elected"),
            no: _t("Not elected"),
            tie: _t("Tie: another round"),
        };
        this.state = useState({ screen: null, misfits: "", isKept: true, isBusy: false });
        this.colours = { passed: "success", not_passed: "warning", unknown: "secondary" };
        this.latest = new KeepLast();
        this.checkSoon = useDebounced(() => this.check(), 250);
        onWillStart(() => this.load(this.props.action.context?.active_id || null));
    }

    get vote() {
        return this.state.screen.vote;
    }

    get fields() {
        const { method, is_election } = this.vote;
        return [...(method === "hands" ? [] : BALLOTS), ...(is_election ? [] : SAID)];
    }

    async load(voteId) {
        const screen = await this.orm.call(MODEL, "counting_screen", [voteId]);
        this.state.screen = screen;
        this.state.misfits = screen.vote?.misfits || "";
        this.state.isKept = true;
    }

    async showAll() {
        await this.load(null);
        this.state.screen.vote = false;
    }

    // ---------------------------------------------------------------- what is typed

    onTotal(name, ev) {
        this.vote.totals[name] = this.numberOf(ev);
        this.changed();
    }

    onVotes(candidate, ev) {
        candidate.votes = this.numberOf(ev);
        this.changed();
    }

    numberOf(ev) {
        return Math.min(999999, Number.parseInt(ev.target.value, 10) || 0);
    }

    /** Often only those are counted who are not for it. */
    restIsFor() {
        const { totals, method, entitled } = this.vote;
        const all = method === "hands" ? entitled : totals.valid;
        totals.votes_for = Math.max(0, all - totals.votes_against - totals.votes_blank);
        this.changed();
    }

    changed() {
        this.state.isKept = false;
        this.checkSoon();
    }

    get typed() {
        const { candidates, totals } = this.vote;
        const votes = Object.fromEntries(candidates.map(({ id, votes }) => [id, votes]));
        const own = Object.fromEntries(this.fields.map((name) => [name, totals[name]]));
        return { totals: own, candidates: votes };
    }

    async check() {
        const { id } = this.vote;
        const asked = this.orm.call(MODEL, "check_totals", [id], this.typed);
        this.state.misfits = await this.latest.add(asked);
    }

    // ---------------------------------------------------------------- buttons

    async act(method, kwargs = {}) {
        this.state.isBusy = true;
        const { id } = this.vote;
        try {
            await this.orm.call(MODEL, method, [id], kwargs);
            await this.load(id);
        } finally {
            this.state.isBusy = false;
        }
    }

    keep() {
        return this.act("enter_totals", this.typed);
    }

    close() {
        this.dialog.add(ConfirmationDialog, {
            body: _t("The outcome is found by the totals, and they do not change any more. Close?"),
            confirmLabel: _t("Close the vote"),
            confirm: async () => {
                if (this.vote.is_typed && !this.state.isKept) {
                    await this.keep();
                }
                await this.act("action_close");
            },
            cancel: () => {},
        });
    }

    async nextRound() {
        const { res_id } = await this.orm.call(MODEL, "action_next_round", [this.vote.id]);
        await this.load(res_id);
    }
}

registry.category("actions").add("dan_chu_counting", Counting);
