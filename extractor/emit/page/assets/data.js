// The comparison as it stands in the page, what the labels say, and what is found by its id.

const labels = JSON.parse(byId("labels").textContent);
const data = JSON.parse(byId("comparison").textContent);
const locale = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" }[labels.language];

for (const name of [
  "tiltak",
  "goals",
  "themes",
  "tiltak_aligned",
  "goals_aligned",
  "responsible",
  "completeness",
]) {
  data[name] = data[name] || [];
}
const plans = new Map(data.plans.map((plan) => [plan.id, plan]));
const items = new Map([...data.tiltak, ...data.goals].map((item) => [item.id, item]));
const isSure = (row) => row.sure !== false;
const rowsOfItems = new Map();
for (const row of [...data.tiltak_aligned, ...data.goals_aligned]) {
  for (const id of row.items) rowsOfItems.set(id, row);
}
const themes = new Map(data.themes.map((row) => [row.id, row]));
const tiltakOf = grouped(data.tiltak);
const goalsOf = grouped(data.goals);

function grouped(all) {
  const found = new Map(data.plans.map((plan) => [plan.id, []]));
  for (const item of all) found.get(item.plan).push(item);
  return found;
}

// A label with its gaps filled; what a document says goes in as text.
function say(key, values = {}) {
  return String(labels[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

const number = (n) => new Intl.NumberFormat(locale).format(n);
const percent = (share) => `${Math.round(100 * share)}\u00a0%`;
// «4 planer og 2 andre dokumenter»: guides and case documents are no plans.
function documents(all) {
  const plansOnly = all.filter((plan) => plan.kind === "plan").length;
  const others = all.length - plansOnly;
  const told = [plansOnly || !others ? count("plan", plansOnly) : "", others ? count("other", others) : ""];
  return told.filter(Boolean).join(labels.and);
}
const count = (what, n) => say(n === 1 ? `${what}_one` : `${what}_many`, { n: number(n) });
const named = (table, key) => (key ? labels[table][key] || key : "");
const isTiltak = (item) => item.id.split(".")[1].startsWith("t");

// The name of a theme, a category, a guide or what it asks for, in bokmål where the language has none.
function nameOf(row) {
  return row.name[labels.language] || row.name.nb;
}

function themeName(id) {
  const row = themes.get(id);
  return row ? nameOf(row) : id;
}

function period(plan) {
  return plan.start_year ? `${plan.start_year}–${plan.end_year}` : "";
}

function kommuner(plan) {
  return (plan.kommuner || []).map((owner) => owner.name).join(", ");
}

function counties(plan) {
  return [...new Set((plan.kommuner || []).map((owner) => owner.fylke).filter(Boolean))];
}

// Nothing can be said of what a plan leaves out when it was read badly or is no plan.
function doubtful(plan) {
  return (plan.reading || {}).verdict === "poor" || plan.kind !== "plan" || !(plan.counts || {}).tiltak;
}

const hardToRead = (plan) => ["poor", "partial"].includes((plan.reading || {}).verdict);

// A date of the plan in the words of the reader: «../2009» is «innen 2009».
function when(edtf) {
  if (!edtf) return "";
  const [from, to] = edtf.split("/");
  if (to === undefined) return day(from);
  if (from === ".." || from === "") return say("until", { date: day(to) });
  if (to === ".." || to === "") return say("from", { date: day(from) });
  return `${day(from)}–${day(to)}`;
}

function day(edtf) {
  const [year, month, date] = edtf.split("-");
  if (date) return `${Number(date)}.${Number(month)}.${year}`;
  if (!month) return year;
  const name = labels.parts_of_year[month];
  return name ? `${name} ${year}` : edtf;
}
