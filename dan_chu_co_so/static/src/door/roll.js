/** The list of a desk: what is looked for, what has changed, whether anything was missed. */

const SHOWN = 60;
/** Which stages stand under which heading. */
export const GROUPS = {
    awaited: ["expected"],
    present: ["present", "left"],
    away: ["excused", "absent"],
};

/** Lower case without diacritics: "Đặng Thị Ánh" becomes "dang thi anh". */
export function fold(text) {
    return (text || "")
        .normalize("NFD")
        .replace(/\p{M}/gu, "")
        .replace(/đ/gi, "d")
        .toLowerCase()
        .split(/\s+/)
        .filter(Boolean)
        .join(" ");
}

export class Roll {
    constructor(rows) {
        this.rows = rows;
        this.places = new Map(rows.map((row, place) => [row.id, place]));
        this.words = new Map(rows.map((row) => [row.id, fold(row.name).split(" ")]));
    }

    get(id) {
        return this.rows[this.places.get(id)];
    }

    /** False if a row is not known here: somebody was put on the list meanwhile. */
    merge(rows) {
        const known = rows.filter((row) => this.places.has(row.id));
        for (const row of known) {
            this.rows[this.places.get(row.id)] = row;
        }
        return known.length === rows.length;
    }

    /** Whether the numbers of the server are those of this list. */
    agrees({ counts, left }) {
        const own = { left: 0 };
        for (const { stage } of this.rows) {
            const status = stage === "left" ? "present" : stage;
            own[status] = (own[status] || 0) + 1;
            own.left += stage === "left" ? 1 : 0;
        }
        const stages = ["expected", "present", "excused", "absent"];
        return own.left === left && stages.every((one) => (own[one] || 0) === (counts[one] || 0));
    }

    sections() {
        return [...new Set(this.rows.map(({ section }) => section).filter(Boolean))];
    }

    number(group, section) {
        return this.rows.filter((row) => this.isIn(row, group, section)).length;
    }

    /** Every word that is typed begins a word of the name; whose given name it is comes first. */
    find(text, group, section) {
        const typed = fold(text).split(" ").filter(Boolean);
        const found = this.rows.filter(
            (row) => this.isIn(row, group, section) && this.isMeant(row, typed),
        );
        if (typed.length) {
            const isGiven = (row) => this.words.get(row.id).at(-1).startsWith(typed.at(-1));
            found.sort((left, right) => isGiven(right) - isGiven(left));
        }
        return { rows: found.slice(0, SHOWN), more: Math.max(0, found.length - SHOWN) };
    }

    isIn(row, group, section) {
        const isOfGroup = !group || (GROUPS[group].includes(row.stage) && !row.is_off);
        return isOfGroup && (!section || row.section === section);
    }

    isMeant(row, typed) {
        const words = this.words.get(row.id);
        return typed.every((part) => words.some((word) => word.startsWith(part)));
    }
}
