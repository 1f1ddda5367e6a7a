// Text that the reader selects in the document: whole words of it, with their places.

const LETTER = /[\p{L}\p{N}\p{M}]/u;
let selected = null; // { text, source }

function readSelection() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.commonAncestorContainer)) return null;
  const parts = [...pane.querySelectorAll(".run")].filter((run) => range.intersectsNode(run)).map((run) => partOf(run, range)).filter(Boolean);
  if (!parts.length) return null;
  return { text: joined(parts.map((part) => part.text)), source: parts.map(sourceOf) };
}

// The part of a line that is selected, in characters of the line, grown to whole words.
function partOf(run, range) {
  const chars = Array.from(run.textContent);
  let from = range.startContainer === run || run.contains(range.startContainer) ? countTo(run, range.startContainer, range.startOffset) : 0;
  let to = range.endContainer === run || run.contains(range.endContainer) ? countTo(run, range.endContainer, range.endOffset) : chars.length;
  while (from > 0 && LETTER.test(chars[from] ?? "") && LETTER.test(chars[from - 1])) from--;
  while (to < chars.length && LETTER.test(chars[to - 1] ?? "") && LETTER.test(chars[to])) to++;
  while (from < to && /[\s\u200b]/.test(chars[from])) from++;
  while (to > from && /[\s\u200b]/.test(chars[to - 1])) to--;
  return from < to ? { run, from, to, length: chars.length, text: chars.slice(from, to).join("") } : null;
}

// How many characters of a line stand in front of a point in it.
function countTo(run, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(run);
  range.setEnd(node, offset);
  return Array.from(range.toString()).length;
}

function sourceOf({ run, from, to, length }) {
  const start = Number(run.dataset.start);
  const offsets = { start: start + from, end: start + to };
  if (!run.place) return offsets;
  const { page, box, quarters } = run.place;
  return { page, bbox: partOfBox(box, quarters, from / length, to / length), ...offsets };
}

// The part of the box of a line, along the direction in which its letters run.
function partOfBox([x0, top, x1, bottom], quarters, from, to) {
  const across = (share) => round(x0 + (x1 - x0) * share);
  const down = (share) => round(top + (bottom - top) * share);
  if (quarters === 1) return [x0, down(from), x1, down(to)];
  if (quarters === 2) return [across(1 - to), top, across(1 - from), bottom];
  if (quarters === 3) return [x0, down(1 - to), x1, down(1 - from)];
  return [across(from), top, across(to), bottom];
}

const round = (n) => Math.round(100 * n) / 100;

// Lines as one text; a word that was cut at the end of a line is made whole.
function joined(texts) {
  return tidy(
    texts.reduce((all, text) => {
      const isCut = /\p{L}{2}[-\u2010]$/u.test(all) && /^\p{Ll}/u.test(text) && !/^(og|eller|samt)\b/.test(text);
      return isCut ? all.slice(0, -1) + text : `${all} ${text}`;
    }),
  );
}

function showSelection() {
  selected = readSelection();
  const bar = byId("selected");
  bar.hidden = !selected;
  if (!selected) return;
  const { text, source } = selected;
  const button = (name, press) => element("button", { type: "button", class: "quiet", "data-use": name, click: press }, say(name));
  const adds = ["tiltak", "goal"].map((kind) => button(`add_${kind}`, () => useUp(() => add(kind, text, source))));
  const uses = fieldsToFill().map((name) => button(name, () => useUp(() => putInto(name, text))));
  bar.replaceChildren(
    element("q", {}, text.length > 160 ? `${text.slice(0, 160)}…` : text),
    element("span", { class: "actions" }, adds),
    uses.length && element("span", { class: "actions" }, say("use_as"), " ", uses),
  );
}

function useUp(act) {
  getSelection().removeAllRanges();
  byId("selected").hidden = true;
  act();
}

// The fields that take text: of the form that is open, or of what is looked at.
function fieldsToFill() {
  const form = document.querySelector("form.edit");
  const entry = current && entryById(current);
  const kind = form ? form.dataset.kind : entry && isItem(entry) && entry.kind;
  return kind ? FIELDS[kind].filter((name) => !CHOICES[name] && !["parent", "goals"].includes(name)) : [];
}

function putInto(name, text) {
  if (!document.querySelector("form.edit")) edit(entryById(current));
  const input = document.querySelector("form.edit").elements[name];
  input.value = name === "responsible" && input.value.trim() ? `${input.value.trimEnd()}\n${text}` : text;
  input.focus();
}
