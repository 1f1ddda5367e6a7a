// Goals side by side, and for each plan its tree of goals and tiltak with what hangs loose.

VIEWS.goals = () => {
  const few = visible.plans.length <= 4;
  const trees = visible.plans
    .filter(hasItems)
    .map((plan) => folded(treeTitle(plan), () => goalTree(plan), few));
  return [
    alignedTable("goals", sharedRows(data.goals_aligned)),
    element(
      "section",
      {},
      element("h3", {}, say("goal_trees")),
      element("p", {}, say("goal_trees_note")),
      trees.length ? trees : element("p", { class: "empty" }, say("nothing")),
    ),
  ];
};

const inPlan = (all, plan) => all.filter((item) => item.plan === plan.id);
const hasItems = (plan) =>
  [goalsOf, tiltakOf].some((groups) => groups.get(plan.id).some((item) => visible.ids.has(item.id)));

function treeTitle(plan) {
  const counts = plan.counts || {};
  const parts = [
    count("goal", counts.goals || 0),
    say("goals_loose", { n: number(counts.goals_without_tiltak || 0) }),
    say("tiltak_loose", { n: number(counts.tiltak_without_goal || 0) }),
  ];
  return [element("strong", {}, plan.label), ` ${parts.join(" · ")}`];
}

function goalTree(plan) {
  const goals = goalsOf.get(plan.id);
  const known = new Set(goals.map((goal) => goal.id));
  const below = new Map();
  for (const goal of goals) {
    const parent = known.has(goal.parent) ? goal.parent : "";
    below.set(parent, [...(below.get(parent) || []), goal]);
  }
  const loose = inPlan(visible.tiltak, plan).filter((item) => !(item.goals || []).length);
  const tree = branches(below, "");
  return element(
    "div",
    { class: "tree" },
    tree || element("p", { class: "empty" }, say("no_goals")),
    loose.length
      ? [
          element("h4", {}, say("tiltak_without_goal"), ` (${number(loose.length)})`),
          itemList(loose.map((item) => item.id)),
        ]
      : null,
  );
}

function branches(below, parent, above = new Set()) {
  const made = (below.get(parent) || [])
    .filter((goal) => !above.has(goal.id))
    .map((goal) => branch(goal, below, new Set([...above, goal.id])))
    .filter(Boolean);
  return made.length ? element("ul", {}, made) : null;
}

// A goal with what is below it; left out where the search finds neither the goal nor anything below.
function branch(goal, below, above) {
  const deeper = branches(below, goal.id, above);
  const tiltak = (goal.tiltak || []).filter((id) => visible.ids.has(id));
  if (visible.searching && !deeper && !tiltak.length && !visible.ids.has(goal.id)) return null;
  const loose = !served(goal, below, above) && !["vision", "national_goal"].includes(goal.kind);
  return element(
    "li",
    {},
    element(
      "div",
      { class: "goal" },
      element("span", { class: "kind" }, named("goal_kinds", goal.kind)),
      " ",
      loose ? [element("span", { class: "loose" }, say("no_tiltak_below")), " "] : null,
      itemButton(goal),
    ),
    tiltak.length ? itemList(tiltak) : null,
    deeper,
  );
}

function served(goal, below, above) {
  const deeper = (below.get(goal.id) || []).filter((one) => !above.has(one.id));
  return (
    (goal.tiltak || []).length > 0 || deeper.some((one) => served(one, below, new Set([...above, one.id])))
  );
}
