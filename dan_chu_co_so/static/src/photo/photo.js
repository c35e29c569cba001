import { registry } from "@web/core/registry";
import { getDataURLFromFile } from "@web/core/utils/urls";
import { ImageField, imageField } from "@web/views/fields/image/image_field";
import { shrunk } from "../evidence/shrink";

/** A photo of a phone is sent twice, to be looked at by the server and to be kept: made small first. */
export class PhotoField extends ImageField {
    async onFileUploaded(info) {
        const answer = await fetch(`data:${info.type};base64,${info.data}`);
        const file = await shrunk(new File([await answer.blob()], info.name, { type: info.type }));
        const data = (await getDataURLFromFile(file)).split(",")[1];
        // Odoo waits for ever for a WebP that is none: the server says what it is.
        const type = file.type === "image/webp" ? "" : file.type;
        return super.onFileUploaded({ ...info, data, type, name: file.name, size: file.size });
    }
}

registry.category("fields").add("dan_chu_photo", {
    ...imageField,
    component: PhotoField,
    additionalClasses: [...(imageField.additionalClasses || []), "o_field_image"],
});
