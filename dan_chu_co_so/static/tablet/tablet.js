const page = document.getElementById("o_dan_chu_tablet");
const { key } = page.dataset;
const part = (name) => page.querySelector(`[data-part="${name}"]`);
const code = document.getElementById("o_dan_chu_tablet_code");
// The next person does not see what the one before was shown.
const PATIENCE = 30000;
let ballot, timer;

function show(screen) {
    for (const each of page.querySelectorAll("[data-screen]")) {
        each.classList.toggle("d-none", each.dataset.screen !== screen);
    }
    tell("");
}

function tell(words) {
    part("problem").textContent = words;
    part("problem").classList.toggle("d-none", !words);
}

async function ask(what, params) {
    const answer = await fetch(`/dan_chu/tablet/${encodeURIComponent(key)}/${what}`, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ jsonrpc: "2.0", method: "call", params }),
    });
    const { result, error } = await answer.json();
    if (error) {
        throw new Refusal(error.data?.message || error.message);
    }
    return result;
}

class Refusal extends Error {}

async function attempt(work) {
    const buttons = [...page.querySelectorAll("button")];
    buttons.forEach((each) => (each.disabled = true));
    try {
        await work();
    } catch (error) {
        tell(error instanceof Refusal ? error.message : page.dataset.lost);
    } finally {
        buttons.forEach((each) => (each.disabled = false));
    }
}

function drawReceipt() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function answersOf(vote) {
    if (vote.is_election) {
        return vote.options.map(({ id, name, position }) => [
            id,
            [name, position].filter(Boolean).join(", "),
        ]);
    }
    return ["for", "against", "blank"].map((each) => [each, page.dataset[each]]);
}

function fill() {
    const { vote, chosen } = ballot;
    part("vote").textContent = vote.name;
    part("most").textContent = vote.seats;
    part("seats").classList.toggle("d-none", !vote.is_election);
    page.querySelector('[data-do="look"]').classList.toggle("d-none", !vote.is_election);
    part("answers").replaceChildren(
        ...answersOf(vote).map(([value, words]) => {
            const button = document.createElement("button");
            const isChosen = chosen.includes(value);
            button.type = "button";
            button.textContent = words;
            button.className = `btn btn-lg py-3 fs-3 text-start ${isChosen ? "btn-primary" : "btn-outline-primary"}`;
            button.disabled = vote.is_election && !isChosen && chosen.length >= vote.seats;
            button.setAttribute("aria-pressed", isChosen);
            button.addEventListener("click", () => choose(value));
            return button;
        }),
    );
}

function choose(value) {
    const { vote, chosen } = ballot;
    if (!vote.is_election) {
        ballot.chosen = [value];
        look();
        return;
    }
    const isChosen = chosen.includes(value);
    ballot.chosen = isChosen ? chosen.filter((each) => each !== value) : [...chosen, value];
    fill();
}

function look() {
    const words = answersOf(ballot.vote)
        .filter(([value]) => ballot.chosen.includes(value))
        .map(([, name]) => name);
    part("words").replaceChildren(
        ...(words.length ? words : [page.dataset.nobody]).map((each) => {
            const line = document.createElement("li");
            line.textContent = each;
            return line;
        }),
    );
    show("look");
}

function next() {
    clearTimeout(timer);
    ballot = undefined;
    code.value = "";
    for (const name of ["receipt", "words", "answers", "vote"]) {
        part(name).replaceChildren();
    }
    show("code");
    code.focus();
}

async function begin() {
    const [vote] = await ask("ballots", { code: code.value });
    ballot = { vote, chosen: [], receipt: drawReceipt(), code: code.value };
    fill();
    show("ballot");
}

async function put() {
    const { vote, chosen, receipt } = ballot;
    await ask("cast", {
        vote_id: vote.id,
        choice: vote.is_election ? chosen : chosen[0],
        receipt,
        code: ballot.code,
    });
    part("receipt").textContent = receipt.match(/.{1,4}/g).join(" ");
    show("done");
    ballot = undefined;
    timer = setTimeout(next, PATIENCE);
}

page.querySelector('[data-screen="code"]').addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(begin);
});
const doing = {
    look,
    next,
    back: () => {
        fill();
        show("ballot");
    },
    put: () => attempt(put),
};
for (const [name, work] of Object.entries(doing)) {
    page.querySelector(`[data-do="${name}"]`).addEventListener("click", work);
}
code.focus();
