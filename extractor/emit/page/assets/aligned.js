// Side by side: items of several plans that say the same, in one row; what only one has, and what all but one have.

const COLUMNS_AT_MOST = 6;
const NAMES_AT_MOST = 8;
const FROM_PLANS = 3; // with fewer, «all but one» says the same as «only here»

// Rows that at least two of the plans that are shown have, with the items of these plans.
function sharedRows(rows) {
  return rows
    .map((row) => ({ ...row, items: row.items.filter((id) => visible.planIds.has(items.get(id).plan)) }))
    .map((row) => ({ ...row, plans: [...new Set(row.items.map((id) => items.get(id).plan))] }))
    .filter((row) => row.plans.length > 1);
}

const found = (rows) => (visible.searching ? rows.filter((row) => row.items.some((id) => visible.ids.has(id))) : rows);

VIEWS.side = () => {
  const rows = sharedRows(data.tiltak_aligned);
  return [alignedTable("tiltak", rows), onlyHere(rows), allButOne(rows)];
};

function alignedTable(what, rows) {
  const left = found(rows);
  if (!left.length) return element("p", { class: "empty" }, say("nothing_shared"));
  const { shown, more } = limited(`aligned-${what}`, left, render);
  const wide = visible.plans.length <= COLUMNS_AT_MOST;
  const caption = say("aligned", { n: number(left.length), what: say(`word_${what}`) });
  return [wide ? besideEachOther(caption, shown) : belowEachOther(caption, shown), more];
}

function besideEachOther(caption, rows) {
  const head = element("tr", {}, columnHead(say("similarity")), visible.plans.map((plan) => planHead(plan, "col")));
  const body = rows.map((row) => element("tr", {}, element("th", { scope: "row" }, likeness(row)), visible.plans.map((plan) => saidBy(row, plan))));
  return framed(caption, head, element("tbody", {}, body), "aligned beside", true);
}

function saidBy(row, plan) {
  const own = row.items.map((id) => items.get(id)).filter((item) => item.plan === plan.id);
  if (!own.length) return doubtful(plan) ? emptyCell(plan) : element("td", { class: "nothing" }, "–");
  return element("td", {}, own.map((item) => element("div", {}, itemButton(item), small(item))));
}

// Who and when, in small type below a tiltak.
function small(item) {
  const told = [...(item.responsible || []).map((party) => party.raw), item.time?.raw].filter(Boolean).join(" · ");
  return told ? element("small", { lang: plans.get(item.plan).language }, told) : null;
}

function belowEachOther(caption, rows) {
  const head = element("tr", {}, columnHead(say("said")), ["column_plans", "similarity"].map((name) => columnHead(say(name), { class: "number" })), columnHead(say("who_says")));
  const body = rows.map((row) => {
    const first = items.get(row.items.find((id) => visible.ids.has(id)) || row.items[0]);
    const title = say("the_same", { share: percent(row.similarity) });
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, opener(element("span", { lang: plans.get(first.plan).language }, first.text), title, row.items, { class: "item" })),
      element("td", { class: "number" }, number(row.plans.length)),
      element("td", { class: "number" }, likeness(row)),
      element("td", {}, whoSays(row, title)),
    );
  });
  return framed(caption, head, element("tbody", {}, body), "aligned below", true);
}

function whoSays(row, title) {
  const until = printing.now ? row.plans.length : NAMES_AT_MOST;
  const names = row.plans.slice(0, until).map((id) => plans.get(id).label).join(", ");
  if (row.plans.length <= until) return names;
  return [names, " ", opener(say("and_more", { n: number(row.plans.length - until) }), title, row.items, { class: "quiet" })];
}

function likeness(row) {
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  bar.style.setProperty("--share", row.similarity);
  return element("span", { class: "share" }, bar, percent(row.similarity));
}

function onlyHere(rows) {
  const shared = new Set(rows.flatMap((row) => row.items));
  const alone = groupedByPlan(visible.tiltak.filter((item) => !shared.has(item.id)));
  const few = visible.plans.length <= 2;
  const lists = visible.plans.filter((plan) => alone[plan.id]).map((plan) => folded(`${plan.label} (${number(alone[plan.id].length)})`, () => itemList(alone[plan.id]), few));
  return element("section", {}, element("h3", {}, say("only_here")), element("p", {}, say("only_here_note")), lists.length ? lists : element("p", { class: "empty" }, say("nothing")));
}

function itemList(ids) {
  const all = ids.map((id) => items.get(id));
  return element("ul", { class: "items" }, all.map((item) => element("li", {}, itemButton(item), " ", small(item))));
}

function allButOne(rows) {
  const promising = visible.plans.filter((plan) => countOf(plan, "tiltak"));
  const heading = [element("h3", {}, say("all_but_one")), element("p", {}, say("all_but_one_note"))];
  const near = promising.length < FROM_PLANS ? [] : found(rows).filter((row) => row.plans.length === promising.length - 1);
  if (!near.length) return element("section", {}, heading, element("p", { class: "empty" }, say(promising.length < FROM_PLANS ? "too_few_plans" : "nothing")));
  const head = element("tr", {}, columnHead(say("said")), columnHead(say("missing_in")));
  const body = near.map((row) => {
    const first = items.get(row.items[0]);
    const title = say("the_same", { share: percent(row.similarity) });
    const absent = promising.find((plan) => !row.plans.includes(plan.id));
    return element("tr", {}, element("th", { scope: "row" }, opener(element("span", { lang: plans.get(first.plan).language }, first.text), title, row.items, { class: "item" })), element("td", {}, absent.label, hardToRead(absent) ? " ⚠" : ""));
  });
  return element("section", {}, heading, framed(say("all_but_one"), head, element("tbody", {}, body), "aligned"));
}
