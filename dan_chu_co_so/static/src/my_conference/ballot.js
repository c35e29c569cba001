import { Component, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";

/** A ballot paper: filled in, looked at once more, sent. */
export class Ballot extends Component {
    static template = "dan_chu_co_so.Ballot";
    static props = { vote: Object, onPut: Function };

    setup() {
        this.answers = [
            ["for", _t("For"), "success", "fa-check"],
            ["against", _t("Against"), "danger", "fa-times"],
            ["blank", _t("No opinion"), "secondary", "fa-minus"],
        ];
        this.state = useState({ chosen: [], isLookedAt: false, isSent: false });
    }

    get isFull() {
        return this.state.chosen.length >= this.props.vote.seats;
    }

    get words() {
        const { chosen } = this.state;
        if (!this.props.vote.is_election) {
            return [this.answers.find(([key]) => key === chosen[0])[1]];
        }
        const { options } = this.props.vote;
        return options.filter(({ id }) => chosen.includes(id)).map(({ name }) => name);
    }

    answer(key) {
        this.state.chosen = [key];
        this.state.isLookedAt = true;
    }

    toggle(option) {
        const { chosen } = this.state;
        this.state.chosen = chosen.includes(option.id)
            ? chosen.filter((id) => id !== option.id)
            : [...chosen, option.id];
    }

    lookAt() {
        this.state.isLookedAt = true;
    }

    back() {
        this.state.isLookedAt = false;
    }

    async put() {
        this.state.isSent = true;
        const { vote, onPut } = this.props;
        await onPut(vote, vote.is_election ? [...this.state.chosen] : this.state.chosen[0]);
    }
}
