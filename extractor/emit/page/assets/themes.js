// Theme × plan, and who is responsible × plan.

VIEWS.themes = () => {
  const rows = data.themes.map((row) => ({
    id: row.id,
    name: nameOf(row),
    cells: seen(themeCells(row)),
  }));
  rows.push({ id: "none", name: say("without_theme"), cells: seen(withoutTheme()) });
  const caption = `${say("themes")}: ${say(`count_${state.count || "tiltak"}`)}`;
  return [counting(), matrix(caption, say("theme"), filled(rows))];
};

const filled = (rows) => rows.filter((row) => Object.keys(row.cells).length);

// Which items are counted: tiltak by their main theme, by all their themes, or goals.
function counting() {
  const choice = (value) =>
    element("option", { value, selected: (state.count || "tiltak") === value }, say(`count_${value}`));
  const select = element(
    "select",
    { id: "counting", change: (event) => change({ count: event.target.value }) },
    ["tiltak", "all", "goals"].map(choice),
  );
  return element("p", { class: "tools" }, element("label", { for: "counting" }, say("counted")), " ", select);
}

function themeCells(row) {
  if (state.count === "goals") return row.goals || {};
  if (state.count !== "all") return row.tiltak || {};
  return Object.fromEntries(
    data.plans.map((plan) => [
      plan.id,
      [...((row.tiltak || {})[plan.id] || []), ...((row.aside || {})[plan.id] || [])],
    ]),
  );
}

function withoutTheme() {
  const all = state.count === "goals" ? data.goals : data.tiltak;
  return groupedByPlan(all.filter((item) => !(item.themes || []).length));
}

VIEWS.responsible = () => {
  const rows = data.responsible.map((row) => ({
    id: row.id,
    name: nameOf(row),
    cells: seen(row.tiltak || {}),
  }));
  const parties = (item) => item.responsible || [];
  const unknown = data.tiltak.filter(
    (item) => parties(item).length && !parties(item).some((party) => party.category),
  );
  const nobody = data.tiltak.filter((item) => !parties(item).length);
  rows.push({ id: "unknown", name: say("other_party"), cells: seen(groupedByPlan(unknown)) });
  rows.push({ id: "nobody", name: say("nobody"), cells: seen(groupedByPlan(nobody)) });
  return [matrix(say("responsible"), say("category"), filled(rows))];
};
