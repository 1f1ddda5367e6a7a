// What the guides ask for and whether evidence was found; what can be measured.

VIEWS.completeness = () => [
  element("p", { class: "note" }, say("completeness_note")),
  guides(),
  measurable(),
];

// A table for each list that a plan was held up to; one plan may be held up to several.
function guides() {
  const checks = data.completeness.filter((check) => visible.planIds.has(check.plan));
  if (!checks.length) return element("p", { class: "empty" }, say("no_checks"));
  const lists = new Map();
  for (const check of checks) {
    for (const finding of check.findings || []) {
      const name = finding.guideline || check.guideline || "";
      if (!lists.has(name)) lists.set(name, []);
      lists.get(name).push({ ...finding, plan: check.plan });
    }
  }
  const used = new Map(checks.flatMap((check) => check.guidelines || []).map((list) => [list.id, list]));
  const silent = checks.filter((check) => !(check.findings || []).length);
  return [
    [...lists].map(([name, findings]) => guide(name, used.get(name), findings)),
    silent.length ? silentPlans(silent) : null,
  ];
}

// A row for each thing that the list asks for, in the order of the list.
function guide(name, list, findings) {
  const rows = new Map();
  for (const finding of findings) {
    const id = finding.component;
    if (!rows.has(id)) rows.set(id, { id, level: finding.level, cells: {}, of: new Map() });
    const row = rows.get(id);
    row.of.set(finding.plan, finding);
    if (finding.found) row.cells[finding.plan] = [id];
  }
  for (const row of rows.values()) {
    row.name = [componentName(row.id), element("small", {}, named("levels", row.level))];
    row.show = (plan) => findingCell(plan, row.of.get(plan.id));
  }
  const checked = new Set(findings.map((finding) => finding.plan));
  const caption = list ? nameOf(list) : name;
  return element(
    "section",
    {},
    element("h3", {}, caption),
    list ? element("p", { class: "explained" }, list.source) : null,
    matrix(
      caption,
      say("component"),
      [...rows.values()],
      visible.plans.filter((plan) => checked.has(plan.id)),
    ),
  );
}

const componentName = (id) => nameOf({ id, name: data.components[id] });

function findingCell(plan, finding) {
  if (!finding) return element("td", { class: "nothing" });
  if (!finding.found)
    return hardToRead(plan) ? unknownCell() : element("td", { class: "nothing" }, say("not_found"));
  const title = `${componentName(finding.component)} · ${plan.label}`;
  const quotes = (finding.evidence || []).map((quote) => () => quotation(plan, quote));
  const text = ["✓ ", number(finding.count || quotes.length)];
  const attributes = { type: "button", "aria-label": `${title}: ${say("found")}` };
  return element(
    "td",
    { class: "found" },
    element("button", { ...attributes, click: () => showPanel(title, quotes) }, text),
  );
}

function quotation(plan, quote) {
  return element(
    "article",
    { class: "card" },
    element("h3", {}, plan.label),
    element("blockquote", { lang: plan.language }, quote.text),
    source(plan, quote.place || {}),
  );
}

function silentPlans(checks) {
  const lines = checks.map((check) =>
    element(
      "li",
      {},
      element("strong", {}, plans.get(check.plan).label),
      ` ${named("check_notes", check.note) || say("no_list")}`,
    ),
  );
  return element("section", {}, element("h3", {}, say("not_checked")), element("ul", {}, lines));
}

const GAPS = {
  without_responsible: (item) => isTiltak(item) && !(item.responsible || []).length,
  without_time: (item) => isTiltak(item) && !item.time?.kind,
  without_target: (item) => isTiltak(item) && !item.target,
  tiltak_without_goal: (item) => isTiltak(item) && !(item.goals || []).length,
};

function measurable() {
  const rows = Object.entries(GAPS).map(([id, lacks]) => ({
    id,
    name: say(id),
    cells: seen(groupedByPlan(visible.tiltak.filter(lacks))),
  }));
  const loose = groupedByPlan(visible.plans.flatMap(looseGoals));
  rows.push({ id: "goals_without_tiltak", name: say("goals_without_tiltak"), cells: seen(loose) });
  const left = filled(rows);
  return element(
    "section",
    {},
    element("h3", {}, say("measurable")),
    element("p", {}, say("measurable_note")),
    left.length
      ? matrix(say("measurable"), say("lacks"), left)
      : element("p", { class: "empty" }, say("nothing")),
  );
}

// The kommune's own goals that no tiltak serves, neither directly nor through a goal below.
function looseGoals(plan) {
  const goals = goalsOf.get(plan.id);
  const below = new Map();
  for (const goal of goals) below.set(goal.parent, [...(below.get(goal.parent) || []), goal]);
  return goals.filter(
    (goal) => !["vision", "national_goal"].includes(goal.kind) && !served(goal, below, new Set([goal.id])),
  );
}
