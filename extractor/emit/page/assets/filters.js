// Search and filters above the view. Their values stand in the address.

const form = byId("filters");
const PAUSE = 180; // milliseconds after the last letter before the search begins

function buildFilters() {
  option("fylke", data.plans.flatMap(counties), (value) => value);
  option(
    "type",
    data.plans.map((plan) => plan.plan_type),
    (value) => named("plan_types", value),
  );
  option(
    "language",
    data.plans.map((plan) => plan.language),
    (value) => named("languages", value),
  );
  option(
    "theme",
    data.themes.map((row) => row.id),
    themeName,
    false,
  );
  buildPlanChoice();
  let waiting;
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    if (["q", "from", "to"].includes(event.target.name)) waiting = setTimeout(readForm, PAUSE);
    else if (event.target.name === "find-plan") narrowPlans(event.target.value);
    else readForm();
  });
  const choices = form.querySelector(".choices");
  document.addEventListener("click", (event) => {
    if (!choices.contains(event.target)) choices.open = false;
  });
  choices.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !choices.open) return;
    choices.open = false;
    byId("filters-title").focus();
  });
  byId("reset").addEventListener("click", () =>
    change(Object.fromEntries(FILTERS.map((name) => [name, ""]))),
  );
}

// The choices of a filter; one that leaves no choice is hidden.
function option(name, values, shown, sorting = true) {
  const select = form.elements[name];
  const all = [...new Set(values.filter(Boolean))].map((value) => [value, shown(value)]);
  if (sorting) all.sort((one, other) => one[1].localeCompare(other[1], locale));
  select.append(...all.map(([value, text]) => element("option", { value }, text)));
  select.closest("label").hidden = all.length < 2;
}

function buildPlanChoice() {
  const boxes = data.plans.map((plan) =>
    element(
      "label",
      { "data-find": folding(plan.label) },
      element("input", { type: "checkbox", name: "plan", value: plan.id }),
      ` ${plan.label}`,
    ),
  );
  byId("plan-choice").append(...boxes);
}

function narrowPlans(text) {
  for (const box of byId("plan-choice").children)
    box.hidden = !box.dataset.find.includes(folding(text.trim()));
}

function readForm() {
  const read = Object.fromEntries(
    FILTERS.filter((name) => name !== "plans").map((name) => [name, form.elements[name].value.trim()]),
  );
  read.plans = [...form.querySelectorAll("input[name=plan]:checked")].map((box) => box.value).join(",");
  change(read, { quietly: true });
}

// The form says what the address says, except for the field that is being typed in.
function fillForm() {
  for (const name of FILTERS.filter((one) => one !== "plans")) {
    const field = form.elements[name];
    if (field !== document.activeElement) field.value = state[name] || "";
  }
  const chosen = new Set((state.plans || "").split(","));
  for (const box of form.querySelectorAll("input[name=plan]")) box.checked = chosen.has(box.value);
  const active = FILTERS.filter((name) => name !== "q" && state[name]).length;
  byId("filters-title").textContent = active ? say("filters_active", { n: active }) : say("filters");
  byId("reset").hidden = !FILTERS.some((name) => state[name]);
  byId("active").textContent = activeFilters().join(" · ");
}

// What the filters are set to, in words: they are folded on the screen and left out on paper.
function activeFilters() {
  const shown = { q: state.q, fylke: state.fylke, from: state.from, to: state.to };
  shown.type = named("plan_types", state.type);
  shown.language = named("languages", state.language);
  shown.theme = state.theme && themeName(state.theme);
  shown.plans = (state.plans || "")
    .split(",")
    .map((id) => plans.get(id)?.label)
    .filter(Boolean)
    .join(", ");
  return FILTERS.filter((name) => shown[name]).map((name) => `${say(`filter_${name}`)}: ${shown[name]}`);
}
