// What is due when.

VIEWS.timeline = () => {
  const rows = filled(timeRows());
  return [yearBars(rows), matrix(say("timeline"), say("year"), rows), dueLists(rows)];
};

function timeRows() {
  const told = data.timeline || {};
  const cells = (ids) => seen(groupedByPlan((ids || []).map((id) => items.get(id))));
  const years = (told.years || []).map((one) => ({
    id: String(one.year),
    name: String(one.year),
    year: true,
    cells: cells(one.tiltak),
  }));
  const others = ["recurring", "continuous", "without_date"].map((kind) => ({
    id: kind,
    name: say(kind),
    cells: cells(told[kind]),
  }));
  return [...years, ...others];
}

function yearBars(rows) {
  const years = rows.filter((row) => row.year);
  if (!years.length) return null;
  const most = Math.max(...years.map(sumOf));
  const bars = years.map((row) => {
    const bar = element("span", { class: "column", "aria-hidden": "true" });
    bar.style.setProperty("--share", sumOf(row) / most);
    return element(
      "li",
      {},
      element("span", { class: "n" }, number(sumOf(row))),
      bar,
      element("span", {}, row.name),
    );
  });
  return element("ol", { class: "years", "aria-label": say("due_by_year") }, bars);
}

function dueLists(rows) {
  const ids = (row) => visible.plans.flatMap((plan) => cellOf(row, plan));
  const lists = rows.map((row) => folded(`${row.name} (${number(sumOf(row))})`, () => dueList(ids(row))));
  return element("section", {}, element("h3", {}, say("due_lists")), lists);
}

function dueList(ids) {
  const head = element(
    "tr",
    {},
    [say("tiltak"), say("plan"), say("responsible_one"), say("when")].map((name) => columnHead(name)),
  );
  const rows = ids
    .map((id) => items.get(id))
    .map((item) => {
      const language = plans.get(item.plan).language;
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, itemButton(item)),
        element("td", {}, plans.get(item.plan).label),
        element(
          "td",
          { lang: language },
          (item.responsible || []).map((party) => party.raw).join("; ") || "–",
        ),
        element("td", { lang: language }, timeText(item.time) || "–"),
      );
    });
  return framed(say("due_lists"), head, element("tbody", {}, rows), "aligned");
}
