// What the guides ask for and whether evidence was found; what can be measured.

VIEWS.completeness = () => [element("p", { class: "note" }, say("completeness_note")), guides(), measurable()];

function guides() {
  const checks = data.completeness.filter((check) => visible.planIds.has(check.plan));
  if (!checks.length) return element("p", { class: "empty" }, say("no_checks"));
  const lists = new Map();
  for (const check of checks) {
    for (const name of new Set((check.findings || []).map((finding) => finding.guideline))) {
      lists.set(name, [...(lists.get(name) || []), { ...check, findings: check.findings.filter((finding) => finding.guideline === name) }]);
    }
  }
  const silent = checks.filter((check) => !(check.findings || []).length);
  return [[...lists].map(([name, own]) => guide(name, own)), silent.length ? silentPlans(silent) : null];
}

function guide(name, checks) {
  const own = new Map(checks.map((check) => [check.plan, new Map(check.findings.map((finding) => [finding.component, finding]))]));
  const components = new Map(checks.flatMap((check) => check.findings).map((finding) => [finding.component, finding]));
  const rows = [...components.values()].map((one) => {
    const has = checks.filter((check) => own.get(check.plan).get(one.component)?.found);
    return {
      id: one.component,
      name: [componentName(one), element("small", {}, named("levels", one.level))],
      cells: Object.fromEntries(has.map((check) => [check.plan, [one.component]])),
      show: (plan) => findingCell(plan, own.get(plan.id).get(one.component)),
    };
  });
  const caption = named("guidelines", name);
  return element("section", {}, element("h3", {}, caption), matrix(caption, say("component"), rows, checks.map((check) => plans.get(check.plan))));
}

const componentName = (finding) => nameOf({ id: finding.component, name: finding.name }, "component_names");

function findingCell(plan, finding) {
  if (!finding) return element("td", { class: "nothing" });
  if (!finding.found) return doubtful(plan) ? emptyCell(plan) : element("td", { class: "nothing" }, say("not_found"));
  const title = `${componentName(finding)} · ${plan.label}`;
  const quotes = finding.evidence || [];
  const open = () => showPanel(title, quotes.map((quote) => () => quotation(plan, quote)));
  return element("td", { class: "found" }, element("button", { type: "button", "aria-label": `${title}: ${say("found")}`, click: open }, "✓ ", number(finding.count || quotes.length)));
}

function quotation(plan, quote) {
  return element("article", { class: "card" }, element("h3", {}, plan.label), element("blockquote", { lang: plan.language }, quote.text), source(plan, quote.place || {}));
}

function silentPlans(checks) {
  const lines = checks.map((check) => element("li", {}, element("strong", {}, plans.get(check.plan).label), ` ${check.note ? named("check_notes", check.note) : say("no_list")}`));
  return element("section", {}, element("h3", {}, say("not_checked")), element("ul", {}, lines));
}

const GAPS = {
  without_responsible: (item) => isTiltak(item) && !(item.responsible || []).length,
  without_time: (item) => isTiltak(item) && !item.time?.kind,
  without_target: (item) => isTiltak(item) && !item.target,
  tiltak_without_goal: (item) => isTiltak(item) && !(item.goals || []).length,
};

function measurable() {
  const rows = Object.entries(GAPS).map(([id, lacks]) => ({ id, name: say(id), cells: seen(groupedByPlan(visible.tiltak.filter(lacks))) }));
  const loose = groupedByPlan(visible.plans.flatMap(looseGoals));
  rows.push({ id: "goals_without_tiltak", name: say("goals_without_tiltak"), cells: seen(loose) });
  const left = filled(rows);
  return element("section", {}, element("h3", {}, say("measurable")), element("p", {}, say("measurable_note")), left.length ? matrix(say("measurable"), say("lacks"), left) : element("p", { class: "empty" }, say("nothing")));
}

// The kommune's own goals that no tiltak serves, neither directly nor through a goal below.
function looseGoals(plan) {
  const goals = goalsOf.get(plan.id);
  const below = new Map();
  for (const goal of goals) below.set(goal.parent, [...(below.get(goal.parent) || []), goal]);
  return goals.filter((goal) => !["vision", "national_goal"].includes(goal.kind) && !served(goal, below, new Set([goal.id])));
}
