// What is due when.

VIEWS.timeline = () => {
  const rows = timeRows();
  return [yearBars(rows), matrix(say("timeline"), say("year"), rows), dueLists(filled(rows))];
};

const YEARS_AT_MOST = 40; // between the first and the last: a longer span is a slip somewhere

function timeRows() {
  const told = data.timeline || {};
  const cells = (ids) => seen(groupedByPlan((ids || []).map((id) => items.get(id))));
  const years = everyYear(
    filled(
      (told.years || []).map((one) => ({
        id: String(one.year),
        name: String(one.year),
        year: one.year,
        cells: cells(one.tiltak),
      })),
    ),
  );
  const others = ["recurring", "continuous", "without_date"].map((kind) => ({
    id: kind,
    name: say(kind),
    cells: cells(told[kind]),
  }));
  return [...years, ...filled(others)];
}

// The years in between stand there too: that nothing is due then is worth seeing.
function everyYear(rows) {
  const [first, last] = [rows[0]?.year, rows.at(-1)?.year];
  if (!rows.length || last - first > YEARS_AT_MOST) return rows;
  const by = new Map(rows.map((row) => [row.year, row]));
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const year = first + at;
    return by.get(year) || { id: String(year), name: String(year), year, cells: {} };
  });
}

function yearBars(rows) {
  const years = rows.filter((row) => row.year);
  if (!years.length) return null;
  const most = Math.max(...years.map(sumOf));
  const bars = years.map((row) => {
    const bar = element("span", { class: sumOf(row) ? "column" : "", "aria-hidden": "true" });
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
