import { Component, useRef, useState } from "@odoo/owl";
import { _t } from "@web/core/l10n/translation";
import { FileModel } from "@web/core/file_viewer/file_model";
import { useFileViewer } from "@web/core/file_viewer/file_viewer_hook";
import { registry } from "@web/core/registry";
import { checkFileSize } from "@web/core/utils/files";
import { useService } from "@web/core/utils/hooks";
import { getDataURLFromFile } from "@web/core/utils/urls";
import { standardFieldProps } from "@web/views/fields/standard_field_props";
import { shrunk } from "./shrink";

const MIME_TYPES = {
    gif: "image/gif",
    jpeg: "image/jpeg",
    jpg: "image/jpeg",
    pdf: "application/pdf",
    png: "image/png",
    webp: "image/webp",
};

export class EvidenceFile extends FileModel {
    get urlRoute() {
        return `/web/${this.isImage ? "image" : "content"}/${this.model}/${this.id}/data`;
    }
}

export function evidenceFile(model, { id, name }) {
    const extension = (name || "").split(".").pop().toLowerCase();
    return Object.assign(new EvidenceFile(), { model, id, name, mimetype: MIME_TYPES[extension] });
}

/** Photos and files that show something. Each is stored at once: on a phone nothing waits to be lost. */
export class EvidenceField extends Component {
    static template = "dan_chu_co_so.Evidence";
    static props = standardFieldProps;

    setup() {
        this.orm = useService("orm");
        this.notification = useService("notification");
        this.viewer = useFileViewer();
        this.camera = useRef("camera");
        this.picker = useRef("picker");
        this.state = useState({ isBusy: false });
    }

    get files() {
        return this.props.record.data[this.props.name].records.map(({ resId, data }) =>
            evidenceFile(this.field.relation, { id: resId, name: data.name }),
        );
    }

    get field() {
        return this.props.record.fields[this.props.name];
    }

    open(file) {
        if (file.isViewable) {
            const files = this.files;
            this.viewer.open(
                files.find(({ id }) => id === file.id),
                files,
            );
        } else {
            window.open(file.downloadUrl);
        }
    }

    async onFiles(ev) {
        const input = ev.target;
        const files = [...input.files];
        const isOk = files.every((file) => checkFileSize(file.size, this.notification));
        if (files.length && isOk) {
            await this.busily(() => this.add(files));
        }
        input.value = null;
    }

    async add(files) {
        const { relation, relation_field } = this.field;
        const rows = await Promise.all(
            files.map(async (file) => ({
                [relation_field]: this.props.record.resId,
                name: file.name,
                data: (await getDataURLFromFile(await shrunk(file))).split(",")[1],
            })),
        );
        await this.orm.create(relation, rows);
    }

    remove(file) {
        return this.busily(() => this.orm.unlink(this.field.relation, [file.id]));
    }

    async busily(work) {
        const { record } = this.props;
        // What is already written goes with it, or reading the files anew would lose it.
        if (!(await record.save())) {
            return;
        }
        this.state.isBusy = true;
        try {
            await work();
            await record.load();
        } finally {
            this.state.isBusy = false;
        }
    }
}

registry.category("fields").add("dan_chu_evidence", {
    component: EvidenceField,
    displayName: _t("Evidence"),
    supportedTypes: ["one2many"],
    relatedFields: [{ name: "name", type: "char" }],
    isEmpty: () => false,
});
