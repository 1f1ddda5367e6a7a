// All that is listed: goals, tiltak, headings, tables, notes, and what the reader added.

const FIELDS = {
  goal: ["text", "number", "kind", "parent"],
  tiltak: ["text", "responsible", "schedule", "description", "target", "goals", "number", "cost", "status"],
};
const goalKeys = new Map(data.goals.map((goal) => [goal.id, goal.key]));

const found = [
  ...data.goals.map((item) => entryOf("goal", item)),
  ...data.tiltak.map((item) => entryOf("tiltak", item)),
  ...data.sections.map((item) => entryOf("section", item, headingOf(item))),
  ...data.tables.map((item) => entryOf("table", item, (item.header || []).join(" · "))),
  ...data.diagnostics.map((item, at) => entryOf("note", { ...item, id: `n${at + 1}` }, noteOf(item))),
];
const byKey = new Map(found.filter((entry) => entry.key).map((entry) => [entry.key, entry]));

function entryOf(kind, item, text = item.text) {
  const places = item.source || (item.page ? [{ page: item.page, start: -1 }] : []);
  return { id: item.id, kind, item, key: item.key, text, places, confidence: item.confidence };
}

function headingOf(section) {
  return [section.label, section.number, section.title].filter(Boolean).join(" ");
}

// What it says of this document stands in what is unfolded.
function noteOf(note) {
  return labels.warnings[note.code] || note.message;
}

// What the reader added, as if it had been found.
function addedEntries() {
  return [...said.values()]
    .filter((one) => one.verdict === "added")
    .map((one) => {
      const item = { id: "+", key: one.key, text: one.text, source: one.source };
      return { ...entryOf(one.item, item), id: one.key, added: true };
    });
}

const orphans = () => [...said.values()].filter((one) => one.verdict !== "added" && !byKey.has(one.key));
const allEntries = () => [...found, ...addedEntries()];
const entryById = (id) => allEntries().find((entry) => entry.id === id);
const isItem = (entry) => entry.kind === "goal" || entry.kind === "tiltak";
const verdictOf = (entry) => (entry.key && said.has(entry.key) ? said.get(entry.key).verdict : "");

// The values of the fields as they were found; of what was added, nothing was.
function foundValues(entry) {
  const { item } = entry;
  const shared = { text: item.text, number: item.number || "" };
  if (entry.kind === "goal") {
    return { ...shared, kind: item.kind || "goal", parent: goalKeys.get(item.parent_id) || "" };
  }
  return {
    ...shared,
    responsible: (item.responsible || []).map((party) => party.raw),
    schedule: item.schedule ? item.schedule.raw : "",
    description: item.description || "",
    target: item.target || "",
    goals: (item.goal_ids || []).map((id) => goalKeys.get(id)).filter(Boolean),
    cost: item.cost ? item.cost.raw : "",
    status: item.status || "",
  };
}

// The values of the fields as the reader says.
function values(entry) {
  const now = foundValues(entry);
  const fields = (entry.key && said.has(entry.key) && said.get(entry.key).fields) || {};
  for (const [name, value] of Object.entries(fields)) {
    if (name in now) now[name] = Array.isArray(now[name]) ? [value ?? []].flat().map(String) : String(value ?? "");
  }
  return now;
}

const wording = (entry) => (isItem(entry) ? values(entry).text || entry.text : entry.text);

// The goals that there are, by key, for choosing among them.
function goalChoices(except) {
  return allEntries()
    .filter((entry) => entry.kind === "goal" && entry.key !== except && verdictOf(entry) !== "wrong")
    .map((entry) => [entry.key, [values(entry).number, wording(entry)].filter(Boolean).join(" ")]);
}

function goalName(key) {
  const goal = allEntries().find((entry) => entry.key === key);
  return goal ? [values(goal).number, wording(goal)].filter(Boolean).join(" ") : key;
}

const placeOf = (entry) => entry.places[0] || { start: -1 };
const before = (a, b) => position(placeOf(a)) - position(placeOf(b));

// Where something stands in the document; a note belongs in front of its page.
function position(place) {
  if (place.start >= 0) return place.start;
  return place.page ? firstOffset(place.page) - 0.5 : -1;
}

const notedPages = new Set(data.diagnostics.map((note) => note.page).filter(Boolean));
