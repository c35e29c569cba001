/**
 * The rows of a plan's text as they are numbered and moved while they are edited: the rules of
 * `lib/outline.py`, which prints. Plain rows go in ({ level, role, typed }), plain values come out.
 */

export const DEEPEST = 9;
// The alphabet by which points are counted.
const POINTS = "abcdđeghiklmnopqrstuvxy";
const ROMAN = [
    [1000, "M"],
    [900, "CM"],
    [500, "D"],
    [400, "CD"],
    [100, "C"],
    [90, "XC"],
    [50, "L"],
    [40, "XL"],
    [10, "X"],
    [9, "IX"],
    [5, "V"],
    [4, "IV"],
    [1, "I"],
];

function roman(number) {
    let numeral = "";
    for (const [value, sign] of ROMAN) {
        numeral += sign.repeat(Math.floor(number / value));
        number %= value;
    }
    return numeral;
}

function point(place) {
    let letters = "";
    while (place > 0) {
        place--;
        letters = POINTS[place % POINTS.length] + letters;
        place = Math.floor(place / POINTS.length);
    }
    return letters;
}

function mark(level, place) {
    const marks = [() => `${roman(place)}.`, () => `${place}.`, () => `${point(place)})`];
    if (level <= marks.length) {
        return marks[Math.max(level, 1) - 1]();
    }
    return level === marks.length + 1 ? "-" : "+";
}

function isCounted(row) {
    return ["heading", "item"].includes(row.role) || (row.role === "lead_in" && Boolean(row.typed));
}

export function numbers(rows) {
    const above = [];
    const counts = [];
    return rows.map((row) => {
        while (above.length && above.at(-1).level >= row.level) {
            above.pop();
        }
        const parent = above.at(-1);
        above.push(row);
        while (counts.length && counts.at(-1).level > row.level) {
            counts.pop();
        }
        if (!counts.length || counts.at(-1).level < row.level) {
            counts.push({ level: row.level, place: 0 });
        }
        if (isCounted(row)) {
            return mark(row.level, ++counts.at(-1).place);
        }
        if (row.role === "dash") {
            return parent?.role === "dash" ? "+" : "-";
        }
        return "";
    });
}

/** The index behind the last row that stands under this one. */
export function blockEnd(rows, index) {
    let end = index + 1;
    while (end < rows.length && rows[end].level > rows[index].level) {
        end++;
    }
    return end;
}

/** The level of each row of the block, `step` deeper; none where it cannot go there. */
export function shifted(rows, index, step) {
    const levels = rows.slice(index, blockEnd(rows, index)).map((row) => row.level + step);
    const deepest = index ? rows[index - 1].level + 1 : 1;
    const isPossible = levels[0] >= 1 && (step < 0 || levels[0] <= deepest);
    return isPossible && Math.max(...levels) <= DEEPEST ? levels : [];
}

/** The index before which the block goes to stand before or behind its neighbour; -1: nowhere. */
export function neighbour(rows, index, step) {
    const { level } = rows[index];
    if (step > 0) {
        const end = blockEnd(rows, index);
        return end < rows.length && rows[end].level === level ? blockEnd(rows, end) : -1;
    }
    let before = index - 1;
    while (before >= 0 && rows[before].level > level) {
        before--;
    }
    return before >= 0 && rows[before].level === level ? before : -1;
}

/**
 * The rows in their new order, as [old index, level], once the whole block stands before `target`.
 * The block takes the level of what follows it there: nobody else comes to stand under another.
 */
export function moved(rows, index, target) {
    const end = blockEnd(rows, index);
    const order = rows.map((row, place) => [place, row.level]);
    if (index <= target && target <= end) {
        return order;
    }
    const whole = order.slice(index, end);
    const before = order.slice(0, target).filter(([place]) => place < index || place >= end);
    const behind = order.slice(target).filter(([place]) => place < index || place >= end);
    const deepest = before.length ? before.at(-1)[1] + 1 : 1;
    const level = Math.min(Math.max(rows[index].level, behind[0]?.[1] || 1), deepest);
    const room = DEEPEST - Math.max(...whole.map(([, own]) => own));
    const step = Math.min(level - rows[index].level, room);
    return [...before, ...whole.map(([place, own]) => [place, own + step]), ...behind];
}
