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
    by: (plan) => countOf(plan, "goals"),
  },
  {
    key: "tiltak",
    number: true,
    show: (plan) => counted(plan, "tiltak", tiltakOf),
    by: (plan) => countOf(plan, "tiltak"),
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
    show: (plan) => when(plan.oldest_open),
    by: (plan) => (plan.oldest_open || "").replace("../", ""),
  },
];

const countOf = (plan, what) => (plan.counts || {})[what] || 0;

function shareOf(plan, what) {
  const all = countOf(plan, "tiltak");
  return all ? countOf(plan, `with_${what}`) / all : null;
}

function counted(plan, what, groups) {
  const n = countOf(plan, what);
  const ids = groups.get(plan.id).map((item) => item.id);
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

VIEWS.overview = () => [tiles(), overviewTable()];

function tiles() {
  const sum = (what) => visible.plans.reduce((all, plan) => all + countOf(plan, what), 0);
  const all = sum("tiltak");
  const part = (what) => (all ? percent(sum(what) / all) : "–");
  const rows = sharedRows(data.tiltak_aligned).filter(isSure);
  const told = [
    [number(visible.plans.length), say("plans")],
    [number(all), say("word_tiltak")],
    [number(sum("goals")), say("word_goals")],
    [part("with_responsible"), say("with_responsible")],
    [part("with_deadline"), say("with_deadline")],
    [number(rows.length), say("in_several_plans")],
  ];
  return element(
    "ul",
    { class: "tiles" },
    told.map(([value, name]) => element("li", {}, element("strong", {}, value), ` ${name}`)),
  );
}

function overviewTable() {
  const [key, direction] = (state.sort || "").split(":");
  const head = element(
    "tr",
    {},
    COLUMNS.map((column) => sortHead(column, key, direction)),
  );
  const body = sorted(visible.plans, key, direction).map((plan) =>
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
