import { Component, useRef, useState } from "@odoo/owl";
import { browser } from "@web/core/browser/browser";
import { _t } from "@web/core/l10n/translation";
import { registry } from "@web/core/registry";
import { useService } from "@web/core/utils/hooks";
import { standardActionServiceProps } from "@web/webclient/actions/action_service";

/** A text for the chat group of the office, to be copied with one touch. */
export class Reminder extends Component {
    static template = "dan_chu_co_so.Reminder";
    static props = standardActionServiceProps;

    setup() {
        this.notification = useService("notification");
        this.field = useRef("text");
        const { site, text } = this.props.action.params;
        // The address by which one is here is the one the colleagues know.
        this.state = useState({ text: text.replaceAll(site, browser.location.origin) });
    }

    async copy() {
        try {
            await browser.navigator.clipboard.writeText(this.state.text);
        } catch {
            // Without HTTPS, as in many houses, the browser has no clipboard of that sort.
            this.field.el.select();
            document.execCommand("copy");
        }
        this.notification.add(_t("Copied: paste it into the chat group."), { type: "success" });
    }
}

registry.category("actions").add("dan_chu_reminder", Reminder);
