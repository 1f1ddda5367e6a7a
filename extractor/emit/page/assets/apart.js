// What not all plans say: what others have and one lacks, what only one has, and what all but one have.

const FROM_PLANS = 3; // with fewer, «all but one» says the same as «only here»

function apart(heading, note, ...content) {
  const shown = content.flat(Infinity).filter(Boolean);
  const nothing = element("p", { class: "empty" }, say("nothing"));
  return element(
    "section",
    {},
    element("h3", {}, say(heading)),
    element("p", {}, say(note)),
    shown.length ? shown : nothing,
  );
}

// For the reader's own kommune: where the others act and this plan was not found to.
function lackedBy(rows) {
  const own = visible.planIds.has(state.own) ? plans.get(state.own) : null;
  return apart(
    "lacked",
    "lacked_note",
    planChoice(own),
    own ? lackedThemes(own) : null,
    own ? lackedRows(own, rows) : null,
  );
}

function planChoice(own) {
  const option = (plan) => element("option", { value: plan.id, selected: plan === own }, plan.label);
  const none = element("option", { value: "" }, say("choose_plan"));
  const select = element("select", { id: "own" }, none, visible.plans.map(option));
  select.addEventListener("change", () => {
    change({ own: select.value });
    byId("own").focus();
  });
  const doubt = own && doubtfulAtAll(own) ? element("span", { class: "loose" }, say("hard_to_read")) : null;
  return element("p", { class: "tools" }, element("label", { for: "own" }, say("this_plan")), select, doubt);
}

const doubtfulAtAll = (plan) => doubtful(plan) || hardToRead(plan);

function lackedRows(own, rows) {
  const left = found(rows)
    .filter((row) => !row.plans.includes(own.id))
    .sort((one, other) => other.plans.length - one.plans.length);
  if (!left.length) return element("p", { class: "empty" }, say("lacks_nothing"));
  const { shown, more } = limited("lacked", left, render);
  return [belowEachOther(rowsCaption("lacked", left, { plan: own.label }), shown), more];
}

// Themes under which most of the others have tiltak, and this plan has none.
function lackedThemes(own) {
  const others = visible.plans.filter((plan) => plan !== own && countOf(plan, "tiltak"));
  const told = data.themes
    .filter((row) => !(row.tiltak || {})[own.id] && !(row.aside || {})[own.id])
    .map((row) => [row, others.filter((plan) => (row.tiltak || {})[plan.id]).length])
    .filter(([, n]) => others.length > 1 && n > others.length / 2)
    .map(
      ([row, n]) =>
        `${nameOf(row)} (${say("of", { n: number(n), all: number(others.length) })})`,
    );
  return told.length
    ? element("p", {}, element("strong", {}, say("lacked_themes")), ` ${told.join(", ")}`)
    : null;
}

function onlyHere(rows) {
  const shared = new Set(rows.flatMap((row) => row.items));
  const alone = groupedByPlan(visible.tiltak.filter((item) => !shared.has(item.id)));
  const few = visible.plans.length <= 2;
  const list = ({ id, label }) =>
    folded(`${label} (${number(alone[id].length)})`, () => itemList(alone[id]), few);
  return apart("only_here", "only_here_note", visible.plans.filter((plan) => alone[plan.id]).map(list));
}

function allButOne(rows) {
  const promising = visible.plans.filter((plan) => countOf(plan, "tiltak"));
  const near = found(rows).filter((row) => row.plans.length === promising.length - 1);
  if (promising.length < FROM_PLANS)
    return apart("all_but_one", "all_but_one_note", element("p", { class: "empty" }, say("too_few_plans")));
  const head = element("tr", {}, columnHead(say("said")), columnHead(say("missing_in")));
  const body = near.map((row) => {
    const absent = promising.find((plan) => !row.plans.includes(plan.id));
    return element("tr", {}, wording(row), element("td", {}, absent.label, hardToRead(absent) ? " ⚠" : ""));
  });
  const table = near.length ? framed(say("all_but_one"), head, element("tbody", {}, body), "aligned") : null;
  return apart("all_but_one", "all_but_one_note", table);
}
