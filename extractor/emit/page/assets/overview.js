// Overview: a line for each plan.

const SHARES = ["responsible", "deadline", "target", "cost"];

// Columns: key, what is shown, what is sorted by.
const COLUMNS = [
  { key: "plan", show: (plan) => plan.label, by: (plan) => plan.label, heads: true },
  { key: "fylke", show: (plan) => counties(plan).join(", "), by: (plan) => counties(plan)[0] },
  {
    key: "type",
    show: (plan) => (plan.kind === "plan" ? named("plan_types", plan.plan_type) : named("kinds", plan.kind)),
    by: (plan) => named("plan_types", plan.plan_type),
  },
  { key: "period", show: period, by: (plan) => plan.start_year },
  { key: "language", show: (plan) => named("languages", plan.language), by: (plan) => plan.language },
  { key: "adopted", show: (plan) => (plan.adopted ? day(plan.adopted) : ""), by: (plan) => plan.adopted },
  {
    key: "goals",
    number: true,
    show: (plan) => counted(plan, "goals", goalsOf),
    by: (plan) => foundIn(plan, goalsOf).length,
  },
  {
    key: "tiltak",
    number: true,
    show: (plan) => counted(plan, "tiltak", tiltakOf),
    by: (plan) => foundIn(plan, tiltakOf).length,
  },
  ...SHARES.map((what) => ({
    key: `with_${what}`,
    number: true,
    share: true,
    show: (plan) => shareBar(plan, what),
    by: (plan) => shareOf(plan, what),
  })),
  {
    key: "oldest_open",
    show: (plan) => when(oldestOpen(plan)),
    by: (plan) => oldestOpen(plan).replace("../", ""),
  },
];

const countOf = (plan, what) => (plan.counts || {})[what] || 0;

// The goals or tiltak of a plan that search and theme leave.
const foundIn = (plan, groups) => groups.get(plan.id).filter((item) => visible.ids.has(item.id));

const HAS = {
  responsible: (item) => (item.responsible || []).length > 0,
  deadline: (item) => Boolean(item.time?.due),
  target: (item) => Boolean(item.target),
  cost: (item) => Boolean(item.cost),
};

const shareIn = (all, what) => (all.length ? all.filter(HAS[what]).length / all.length : null);
const shareOf = (plan, what) => shareIn(foundIn(plan, tiltakOf), what);

// Told of the plan as a whole; of what is searched for, it is not known.
function oldestOpen(plan) {
  return visible.searching ? "" : plan.oldest_open || "";
}

function counted(plan, what, groups) {
  const ids = foundIn(plan, groups).map((item) => item.id);
  const n = ids.length;
  return n
    ? opener(number(n), `${say(what)} · ${plan.label}`, ids, {
        "aria-label": `${plan.label}: ${number(n)} ${say(what)}`,
      })
    : doubtful(plan) && what === "tiltak"
      ? "?"
      : "0";
}

function shareBar(plan, what) {
  const share = shareOf(plan, what);
  if (share === null) return "–";
  const bar = element("span", { class: "bar", "aria-hidden": "true" });
  bar.style.setProperty("--share", share);
  return [bar, percent(share)];
}

VIEWS.overview = () => {
  if (!visible.searching) return [tiles(), overviewTable(visible.plans)];
  const hit = new Set(visible.plans.filter((plan) => [goalsOf, tiltakOf].some((of) => foundIn(plan, of).length)));
  const told = say("searched", { n: number(hit.size), all: number(visible.plans.length) });
  const shown = visible.plans.filter((plan) => hit.has(plan) || doubtful(plan));
  return [element("p", { class: "note" }, told), tiles(), overviewTable(shown)];
};

function tiles() {
  const part = (what) => (visible.tiltak.length ? percent(shareIn(visible.tiltak, what)) : "–");
  const rows = found(sharedRows(data.tiltak_aligned)).filter(isSure);
  const others = visible.plans.filter((plan) => plan.kind !== "plan").length;
  const told = [
    [number(visible.plans.length - others), say("plans")],
    [others ? number(others) : "", say("other_documents")],
    [number(visible.tiltak.length), say("word_tiltak")],
    [number(visible.goals.length), say("word_goals")],
    [part("responsible"), say("with_responsible")],
    [part("deadline"), say("with_deadline")],
    [number(rows.length), say("in_several_plans")],
  ].filter(([value]) => value);
  return element(
    "ul",
    { class: "tiles" },
    told.map(([value, name]) => element("li", {}, element("strong", {}, value), ` ${name}`)),
  );
}

function overviewTable(shown) {
  const [key, direction] = (state.sort || "").split(":");
  const head = element(
    "tr",
    {},
    COLUMNS.map((column) => sortHead(column, key, direction)),
  );
  const body = sorted(shown, key, direction).map((plan) =>
    element(
      "tr",
      {},
      COLUMNS.map((column) => overviewCell(column, plan)),
    ),
  );
  return framed(say("overview"), head, element("tbody", {}, body), "overview");
}

function overviewCell(column, plan) {
  if (!column.heads)
    return element(
      "td",
      { class: column.share ? "share" : column.number ? "number" : "" },
      column.show(plan) || "–",
    );
  const title = plan.title ? element("small", { lang: plan.language }, plan.title) : null;
  const made = planHead(plan, "row");
  if (title) made.append(title);
  return made;
}

function sortHead(column, key, direction) {
  const active = column.key === key;
  const next = active && direction === "down" ? "up" : "down";
  const arrow = active ? (direction === "down" ? " ▼" : " ▲") : "";
  const button = element(
    "button",
    { type: "button", "data-sort": column.key, click: () => resorted(column.key, next) },
    say(`column_${column.key}`),
    element("span", { "aria-hidden": "true" }, arrow),
  );
  return columnHead(button, {
    class: column.number ? "number" : "",
    "aria-sort": active ? (direction === "down" ? "descending" : "ascending") : null,
  });
}

function resorted(key, direction) {
  change({ sort: `${key}:${direction}` }, { quietly: true });
  document.querySelector(`button[data-sort="${key}"]`).focus();
}

// Plans in the order of a column; what says nothing comes last either way.
function sorted(all, key, direction) {
  const column = COLUMNS.find((one) => one.key === key);
  if (!column) return all;
  const sign = direction === "down" ? -1 : 1;
  const missing = (value) => value === null || value === undefined || value === "";
  return [...all].sort((one, other) => {
    const [a, b] = [column.by(one), column.by(other)];
    if (missing(a) || missing(b)) return missing(a) - missing(b);
    return sign * (typeof a === "number" ? a - b : String(a).localeCompare(String(b), locale));
  });
}
