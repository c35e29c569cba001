"""The mark after the last word of the text (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.1–1.7)."""


def with_end_mark(blocks, mark):
    """The blocks with the mark after their last words, where it takes the place of a full stop.

    An article (Điều) may be a heading and the last words as well. A text that ends in a table, a
    signature or a form to be filled in has no words to follow: it ends there, as is customary.
    """
    if not mark or not blocks:
        return blocks
    *before, last = blocks
    if last["type"] == "page_break":
        return [*with_end_mark(before, mark), last]
    if last["type"] in ("paragraph", "heading"):
        return [*before, {**last, "runs": _marked(last["runs"], mark)}]
    if last["type"] == "list" and last["items"]:
        *items, item = last["items"]
        item = {**item, "blocks": with_end_mark(item["blocks"], mark)}
        return [*before, {**last, "items": [*items, item]}]
    return blocks


def _marked(runs, mark):
    runs = list(runs)
    while runs and not runs[-1].get("text", "").strip():
        runs.pop()
    if not runs:
        return runs
    text = runs[-1]["text"].rstrip()
    if not text.endswith(mark):
        runs[-1] = {**runs[-1], "text": text.removesuffix(mark[0]) + mark}
    return runs
