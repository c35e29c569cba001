/**
 * A photo of a phone has 4 to 12 MB and is sent over a mobile connection: on paper and on screens
 * two thousand pixels are all that is seen of it. Where it was taken stays out of it as well.
 */
const LONG_SIDE = 2048;
const QUALITY = 0.82;
const SMALL = 700 * 1024;
const SHRINKABLE = ["image/jpeg", "image/png", "image/webp"];

async function asBitmap(file) {
    try {
        return await createImageBitmap(file);
    } catch {
        return null; // Damaged, or of a kind this browser cannot read: the server will say.
    }
}

export async function shrunk(file) {
    if (!SHRINKABLE.includes(file.type) || file.size <= SMALL) {
        return file;
    }
    const bitmap = await asBitmap(file);
    if (!bitmap) {
        return file;
    }
    const scale = Math.min(1, LONG_SIDE / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    const context = canvas.getContext("2d");
    context.fillStyle = "white"; // What was transparent would be black in a JPEG.
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
    if (!blob || blob.size >= file.size) {
        return file;
    }
    const name = `${file.name.replace(/\.[^.]*$/, "")}.jpg`;
    return new File([blob], name, { type: "image/jpeg", lastModified: file.lastModified });
}
