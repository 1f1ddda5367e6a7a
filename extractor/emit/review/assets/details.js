// What is known of an entry: each field in the words of the document, and as it was understood.

function details(entry) {
  const body = element("div", { class: "entry-body" });
  if (!isItem(entry)) {
    body.append(entry.kind === "table" ? tableFacts(entry) : element("p", {}, entry.item.told || entry.text));
    return body;
  }
  if (editing === entry.id) body.append(editForm(entry));
  else body.append(factsOf(entry), actions(entry));
  return body;
}

function tableFacts({ item }) {
  return element("p", {}, (item.header || []).join(" · "), ` (${say("rows", { n: number(item.rows) })})`);
}

function actions(entry) {
  const verdict = verdictOf(entry);
  const button = (key, name, press, active) =>
    element(
      "button",
      { type: "button", class: "quiet", "data-act": name, "aria-pressed": active === undefined ? null : String(active), click: press },
      `${say(name)} `,
      element("kbd", {}, key),
    );
  return element(
    "div",
    { class: "actions" },
    !entry.added && button("A", "accept", () => judge(entry, "right"), verdict === "right"),
    !entry.added && button("X", "reject", () => judge(entry, "wrong"), verdict === "wrong"),
    button("E", "edit", () => edit(entry), verdict === "changed"),
    verdict && button("U", "undo", () => undo(entry)),
  );
}

// Say of an entry that it is right or wrong, and go on to the next.
function judge(entry, verdict) {
  if (!isItem(entry) || entry.added) return;
  const stays = verdict === "right" && verdictOf(entry) === "changed"; // what was changed is right
  if (!stays) saySo({ item: entry.kind, key: entry.key, verdict, text: entry.text, source: entry.item.source || [], fields: {} });
  step(1);
}

function undo(entry) {
  if (!verdictOf(entry)) return;
  if (entry.added) look(null);
  forget(entry.key);
}

function factsOf(entry) {
  const now = values(entry);
  const then = foundValues(entry);
  const rows = FIELDS[entry.kind]
    .map((name) => factRow(entry, name, now[name], then[name]))
    .flat()
    .filter(Boolean);
  const head = element(
    "thead",
    {},
    element("tr", {}, ["field", "raw", "read_as"].map((name) => element("th", { scope: "col" }, say(name)))),
  );
  const table = element("table", { class: "facts" }, element("caption", { class: "aside" }, entry.text), head, element("tbody", {}, rows));
  return element("div", {}, table, how(entry));
}

const shown = (name, value) => {
  if (name === "kind") return named("goal_kinds", value);
  if (name === "status") return named("statuses", value);
  if (name === "parent") return value ? goalName(value) : "";
  if (name === "goals") return value.map(goalName);
  return value;
};

const lines = (value) => [value].flat().map((line) => element("div", {}, line));

function factRow(entry, name, now, then) {
  const isChanged = !entry.added && JSON.stringify(now) !== JSON.stringify(then);
  const empty = !now || now.length === 0;
  if (name === "text" && !isChanged) return null; // stands above
  if (empty && !isChanged && !["responsible", "schedule"].includes(name)) return null;
  const cell = element("td", {}, empty ? element("span", { class: "empty" }, say("none")) : lines(shown(name, now)));
  if (isChanged) {
    const was = [shown(name, then)].flat().join("; ") || say("none");
    cell.append(element("div", { class: "was" }, say("was", { value: was })));
  }
  const understood = isChanged || entry.added ? [] : readAs(entry.item, name);
  const title = (rows) => element("th", { scope: "row", rowspan: rows }, say(name === "goals" ? "goals_of" : name));
  if (Array.isArray(understood) && understood.length > 1) {
    const row = (one, at) => element("tr", {}, at === 0 && title(now.length), element("td", {}, one), element("td", {}, understood[at]));
    return now.map(row); // each party beside what it was understood as
  }
  return element("tr", { class: isChanged ? "is-changed" : "" }, title(null), cell, element("td", {}, lines(understood)));
}

// The normalised value of a field in words; the codes that programs read are told to who points at it.
function readAs(item, name) {
  if (name === "responsible") return (item.responsible || []).map(partyAs);
  if (name === "schedule" && item.schedule) return timeAs(item.schedule);
  if (name === "cost" && item.cost) {
    const { amount, currency = "NOK", least, most } = item.cost;
    const unit = named("currencies", currency);
    if (amount !== undefined) return `${number(amount)} ${unit}`;
    return [least, most].some((bound) => bound !== undefined) ? `${number(least ?? 0)}–${most === undefined ? "" : number(most)} ${unit}` : "?";
  }
  return name === "status" && item.status_raw ? item.status_raw : "";
}

const coded = (codes, ...told) => element("span", { title: codes.filter(Boolean).join(" ") || null }, ...told);

function partyAs({ name, sector, category, rule }) {
  const more = [sector !== name && sector, named("categories", category)].filter(Boolean);
  return coded([rule], name || "?", more.length ? ` (${[...new Set(more)].join("; ")})` : "");
}

function timeAs({ kind, edtf, meant, recurrence, condition, inferred = [] }) {
  const guesses = inferred.map((code) => named("inferred", code.split(":")[0]));
  const guessed = guesses.length ? `(${say("inferred_are", { what: guesses.join(", ") })})` : "";
  const told = [named("time_kinds", kind) || "?", meant, condition].filter(Boolean).join(", ");
  return coded([edtf, recurrence && recurrence.rrule], [told, guessed].filter(Boolean).join(" "));
}

function how(entry) {
  if (entry.added) return element("p", { class: "how" }, labels.added);
  const { rule, confidence, themes = [], columns } = entry.item;
  const facts = [
    [say("rule"), coded([rule], named("rules", rule))],
    [say("confidence"), percent(confidence)],
    themes.length && [say("themes"), themes.map((theme) => theme.name).join(", ")],
  ].filter(Boolean);
  const more = columns && Object.keys(columns).length ? cells(columns) : null;
  return element(
    "div",
    { class: "how" },
    element("p", {}, facts.map(([name, value], at) => [at ? " · " : "", `${name}: `, element("strong", {}, value)])),
    more,
  );
}

function cells(columns) {
  const list = Object.entries(columns).map(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]);
  return element("details", {}, element("summary", {}, say("columns")), element("dl", {}, list));
}
