// Changing what an item says, and adding one that was missed. Only what is different from what was found is kept.

let editing = null; // id of the entry whose form is open
const CHOICES = { kind: "goal_kinds", status: "statuses" };
const LONG = new Set(["text", "description", "target", "responsible"]);

function edit(entry) {
  if (!isItem(entry)) return;
  if (current !== entry.id) look(entry.id);
  editing = entry.id;
  refresh(entry.id);
  nodeOf(entry.id).querySelector("form [name=" + (entry.kind === "tiltak" ? "responsible" : "text") + "]").focus();
}

function editForm(entry) {
  return itemForm(entry.kind, values(entry), entry.key, {
    save: (now) => change(entry, now),
    cancel: () => closeForm(entry),
    found: entry.added ? null : foundValues(entry),
  });
}

function closeForm(entry) {
  editing = null;
  refresh(entry.id);
  nodeOf(entry.id)?.querySelector(".entry-head").focus({ preventScroll: true });
}

function itemForm(kind, now, key, { save, cancel, found: then }) {
  const form = element("form", { class: "edit", "data-kind": kind }, FIELDS[kind].map((name) => field(name, now[name], key, then)));
  form.append(
    element(
      "div",
      { class: "actions" },
      element("button", { type: "submit", class: "primary" }, say("save")),
      element("button", { type: "button", class: "quiet", click: cancel }, say("cancel")),
    ),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const read = readForm(form, kind);
    if (read.text) return save(read);
    form.elements.text.setCustomValidity(say("text_needed"));
    form.reportValidity();
  });
  form.addEventListener("input", () => form.elements.text.setCustomValidity(""));
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") cancel();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
    else return;
    event.stopPropagation();
  });
  return form;
}

function field(name, value, key, then) {
  const label = say(name === "goals" ? "goals_of" : name);
  if (name === "goals") return goalField(label, value);
  const hint = name === "responsible" ? ` (${say("responsible_hint")})` : "";
  const was = then && JSON.stringify(then[name]) !== JSON.stringify(value) ? [shown(name, then[name])].flat().join("; ") : null;
  const input = inputFor(name, value, key);
  return element("label", {}, `${label}${hint}`, input, was !== null && element("span", { class: "was" }, say("was", { value: was || say("none") })));
}

function inputFor(name, value, key) {
  if (name === "parent") return chooser(name, [["", say("none")], ...goalChoices(key)], value);
  if (CHOICES[name]) {
    const known = Object.entries(labels[CHOICES[name]]);
    return chooser(name, name === "status" ? [["", say("none")], ...known] : known, value);
  }
  if (!LONG.has(name)) return element("input", { name, value, autocomplete: "off" });
  const text = [value].flat().join("\n");
  const rows = Math.max(text.split("\n").length, Math.ceil(text.length / 48), name === "responsible" ? 2 : 1);
  const area = element("textarea", { name, rows: Math.min(6, rows), required: name === "text" });
  area.value = text;
  return area;
}

function chooser(name, choices, value) {
  const select = element("select", { name }, choices.map(([key, text]) => element("option", { value: key }, text)));
  select.value = value;
  return select;
}

function goalField(label, value) {
  const choices = goalChoices();
  if (!choices.length) return null;
  const boxes = choices.map(([key, text]) =>
    element("label", {}, element("input", { type: "checkbox", name: "goals", value: key, checked: value.includes(key) }), ` ${text}`),
  );
  return element("fieldset", { class: "goal-choice" }, element("legend", {}, label), boxes);
}

function readForm(form, kind) {
  const read = new FormData(form);
  const now = {};
  for (const name of FIELDS[kind]) {
    if (name === "goals") now.goals = read.getAll("goals");
    else if (name === "responsible") now.responsible = read.get(name).split("\n").map(tidy).filter(Boolean);
    else now[name] = tidy(read.get(name) ?? "");
  }
  return now;
}

const tidy = (text) => text.replace(/\u200b/g, "").replace(/\s+/g, " ").trim();

// What is different, as it goes to the file: nothing is null, or an empty list.
function differences(now, then) {
  const fields = {};
  for (const [name, value] of Object.entries(now)) {
    if (JSON.stringify(value) !== JSON.stringify(then[name])) fields[name] = Array.isArray(value) ? value : value || null;
  }
  return fields;
}

function change(entry, now) {
  editing = null;
  const fields = differences(now, foundValues(entry));
  const [item, source] = [entry.kind, entry.item.source || []];
  const { key, text } = entry;
  if (entry.added) saySo({ item, key, verdict: "added", text, source, fields });
  else if (Object.keys(fields).length) saySo({ item, key, verdict: "changed", text, source, fields });
  else if (verdictOf(entry) === "changed") forget(key);
  closeForm(entry);
}

// Add what was missed; `text` and `source` are what the reader selected, if anything.
function add(kind, text = "", source = []) {
  const empty = { text, number: "", kind: "goal", parent: "", responsible: [], schedule: "", description: "", target: "", goals: [], cost: "", status: "" };
  const close = () => byId("adding").replaceChildren();
  const save = (now) => {
    const selected = text || now.text;
    const key = freeKey(kind, selected);
    close();
    const fields = differences(now, { ...empty, text: selected, kind: null });
    saySo({ item: kind, key, verdict: "added", text: selected, source, fields });
    look(key);
  };
  const form = itemForm(kind, empty, null, { save, cancel: close, found: null });
  byId("adding").replaceChildren(element("h2", {}, say(`add_${kind}`)), form);
  if (text && byKey.has(keyOf(kind, text))) form.prepend(element("p", { class: "note" }, say("already")));
  form.scrollIntoView({ block: "nearest" });
  form.elements[text && kind === "tiltak" ? "responsible" : "text"].focus();
}

// The key of a wording, numbered where there are items that are worded so.
function freeKey(kind, text) {
  const key = keyOf(kind, text);
  let free = key;
  for (let n = 2; byKey.has(free) || said.has(free); n++) free = `${key}-${n}`;
  return free;
}
