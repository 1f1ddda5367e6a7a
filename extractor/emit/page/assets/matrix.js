// A grid of numbers: something × plan. Many plans stand below each other, few beside each other.

const SIDE_BY_SIDE = 10;
const SHADES = 6;

// rows: [{id, name, cells: {plan id: [item ids]}}]; a cell opens what stands behind its number.
// A row may draw its cells itself, with `show(plan)`.
function matrix(caption, corner, rows, shown = visible.plans) {
  const turned = state.turn ? state.turn === "1" : shown.length > SIDE_BY_SIDE;
  const most = Math.max(1, ...rows.flatMap((row) => shown.map((plan) => cellOf(row, plan).length)));
  const draw = (row, plan) => (row.show ? row.show(plan) : cell(row, plan, most));
  const made = turned
    ? turnedTable(caption, rows, shown, draw)
    : plainTable(caption, corner, rows, shown, draw);
  made.addEventListener("click", (event) => pressed(event, rows));
  const turn = element(
    "button",
    { type: "button", class: "quiet", click: () => change({ turn: turned ? "0" : "1" }) },
    say("turn"),
  );
  const legend = rows.some((row) => row.show) ? null : element("span", { class: "legend" }, say("legend"));
  return [element("p", { class: "tools" }, turn, legend), made];
}

function plainTable(caption, corner, rows, shown, draw) {
  const head = element(
    "tr",
    {},
    columnHead(corner),
    shown.map((plan) => planHead(plan, "col")),
    columnHead(say("sum")),
  );
  const body = rows.map((row) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, row.name),
      shown.map((plan) => draw(row, plan)),
      element("td", { class: "sum" }, number(sumOf(row))),
    ),
  );
  return framed(caption, head, element("tbody", {}, body), "matrix");
}

function turnedTable(caption, rows, shown, draw) {
  const upright = rows.length > 6 ? "upright" : "";
  const head = element(
    "tr",
    {},
    columnHead(say("plan")),
    rows.map((row) => columnHead(element("span", {}, row.name), { class: upright })),
    columnHead(element("span", {}, say("sum")), { class: upright }),
  );
  const body = shown.map((plan) =>
    element(
      "tr",
      {},
      planHead(plan, "row"),
      rows.map((row) => draw(row, plan)),
      sumCell(rows, plan),
    ),
  );
  const foot = element(
    "tr",
    { class: "sum" },
    element("th", { scope: "row" }, say("sum")),
    rows.map((row) => element("td", {}, number(sumOf(row)))),
    element("td", {}),
  );
  return framed(caption, head, element("tbody", {}, body, foot), "matrix turned");
}

// «Gol 2021–2024» with the years kept together.
function planName(plan) {
  const [, name, years] = plan.label.match(/^(.*) (\d{4}–\d{4}.*)$/) || [];
  return years ? [`${name} `, element("span", { class: "years-of" }, years)] : plan.label;
}

// The plan's name; a mark says that it could not all be read.
function planHead(plan, scope) {
  const mark = hardToRead(plan)
    ? element(
        "a",
        {
          href: address({ view: "reading" }),
          class: "mark",
          title: say("hard_to_read"),
          "aria-label": say("hard_to_read"),
        },
        "⚠",
      )
    : null;
  return element("th", { scope, class: "plan" }, planName(plan), mark ? " " : "", mark);
}

const cellOf = (row, plan) => row.cells[plan.id] || [];
const sumOf = (row) => visible.plans.reduce((sum, plan) => sum + cellOf(row, plan).length, 0);
const sumOfPlan = (rows, plan) => new Set(rows.flatMap((row) => cellOf(row, plan))).size;

function sumCell(rows, plan) {
  const sum = sumOfPlan(rows, plan);
  return element("td", { class: "sum" }, !sum && doubtful(plan) ? "?" : number(sum));
}

function cell(row, plan, most) {
  const size = cellOf(row, plan).length;
  if (!size) return emptyCell(plan);
  const shade = Math.max(1, Math.ceil((SHADES * size) / most));
  const name = say("cell", { row: row.name, plan: plan.label, n: number(size) });
  return element(
    "td",
    { class: `h${shade}` },
    element("button", { type: "button", "data-row": row.id, "data-plan": plan.id, "aria-label": name }, size),
  );
}

// A gap is told apart from a page that could not be read.
function emptyCell(plan) {
  if (!doubtful(plan)) return element("td", { class: "nothing" }, "0");
  return unknownCell();
}

const unknownCell = () => element("td", { class: "unknown", title: say("unknown_cell") }, "?");

function pressed(event, rows) {
  const button = event.target.closest("button[data-row]");
  if (!button) return;
  const row = rows.find((one) => one.id === button.dataset.row);
  const plan = plans.get(button.dataset.plan);
  openPanel(`${row.name} · ${plan.label}`, cellOf(row, plan));
}

// The lists of a view, with what the filters leave of them.
function seen(cells) {
  const left = {};
  for (const plan of visible.plans) {
    const ids = (cells[plan.id] || []).filter((id) => visible.ids.has(id));
    if (ids.length) left[plan.id] = ids;
  }
  return left;
}
