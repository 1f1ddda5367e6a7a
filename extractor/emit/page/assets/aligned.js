// Side by side: items of several plans that say the same, in one row.

const COLUMNS_AT_MOST = 6;
const NAMES_AT_MOST = 8;

// Rows that at least two of the plans that are shown have, with the items of these plans.
function sharedRows(rows) {
  return rows
    .map((row) => ({ ...row, items: row.items.filter((id) => visible.planIds.has(items.get(id).plan)) }))
    .map((row) => ({ ...row, plans: [...new Set(row.items.map((id) => items.get(id).plan))] }))
    .filter((row) => row.plans.length > 1);
}

const found = (rows) =>
  visible.searching ? rows.filter((row) => row.items.some((id) => visible.ids.has(id))) : rows;

VIEWS.side = () => {
  const rows = sharedRows(data.tiltak_aligned);
  return [alignedTable("tiltak", rows), lackedBy(rows), onlyHere(rows), allButOne(rows)];
};

function alignedTable(what, rows) {
  const left = found(rows);
  if (!left.length) return element("p", { class: "empty" }, say("nothing_shared"));
  const { shown, more } = limited(`aligned-${what}`, left, render);
  const wide = visible.plans.length <= COLUMNS_AT_MOST;
  const caption = rowsCaption("aligned", left, { what: say(`word_${what}`) });
  return [wide ? besideEachOther(caption, shown) : belowEachOther(caption, shown), more];
}

// How many rows there are, and how many of them only perhaps say the same.
function rowsCaption(key, rows, told) {
  const text = say(rows.length === 1 ? `${key}_one` : `${key}_many`, { n: number(rows.length), ...told });
  const unsure = rows.filter((row) => !isSure(row)).length;
  if (!unsure) return text;
  return `${text} (${rows.length === 1 ? say("perhaps") : say("some_perhaps", { n: number(unsure) })})`;
}

function besideEachOther(caption, rows) {
  const head = element(
    "tr",
    {},
    columnHead(say("similarity")),
    visible.plans.map((plan) => planHead(plan, "col")),
  );
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, likeness(row)),
      visible.plans.map((plan) => saidBy(row, plan)),
    ),
  );
  return framed(caption, head, element("tbody", {}, body), "aligned beside", true);
}

function saidBy(row, plan) {
  const own = row.items.map((id) => items.get(id)).filter((item) => item.plan === plan.id);
  if (!own.length) return doubtful(plan) ? unknownCell() : element("td", { class: "nothing" }, "–");
  return element(
    "td",
    {},
    own.map((item) => element("div", {}, itemButton(item), small(item))),
  );
}

// Who and when, in small type below a tiltak.
function small(item) {
  const told = [...(item.responsible || []).map((party) => party.raw), item.time?.raw]
    .filter(Boolean)
    .join(" · ");
  return told ? element("small", { lang: plans.get(item.plan).language }, told) : null;
}

function belowEachOther(caption, rows) {
  const heads = [say("column_plans"), say("similarity")].map((name) => columnHead(name, { class: "number" }));
  const head = element("tr", {}, columnHead(say("said")), heads, columnHead(say("who_says")));
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      wording(row),
      element("td", { class: "number" }, number(row.plans.length)),
      element("td", { class: "number" }, likeness(row)),
      element("td", {}, whoSays(row)),
    ),
  );
  return framed(caption, head, element("tbody", {}, body), "aligned below", true);
}

// How one of the plans words it; the button shows how all of them do.
function wording(row) {
  const first = items.get(row.items.find((id) => visible.ids.has(id)) || row.items[0]);
  const text = element("span", { lang: plans.get(first.plan).language }, first.text);
  return element("th", { scope: "row" }, opener(text, sameTitle(row), row.items, { class: "item" }));
}

const sameTitle = (row) =>
  say(isSure(row) ? "the_same" : "perhaps_the_same", { share: percent(row.similarity) });

function whoSays(row) {
  const until = printing.now ? row.plans.length : NAMES_AT_MOST;
  const names = row.plans
    .slice(0, until)
    .map((id) => plans.get(id).label)
    .join(", ");
  if (row.plans.length <= until) return names;
  return [
    names,
    " ",
    opener(say("and_more", { n: number(row.plans.length - until) }), sameTitle(row), row.items, {
      class: "quiet",
    }),
  ];
}

function likeness(row) {
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  bar.style.setProperty("--share", row.similarity);
  const doubt = isSure(row) ? null : element("small", {}, say("perhaps"));
  return element("span", { class: "share" }, bar, percent(row.similarity), doubt);
}

function itemList(ids) {
  const all = ids.map((id) => items.get(id));
  return element(
    "ul",
    { class: "items" },
    all.map((item) => element("li", {}, itemButton(item), " ", small(item))),
  );
}
