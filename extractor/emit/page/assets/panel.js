// The panel that shows what a plan says, word for word, with document, section and page.

const panel = byId("panel");
const CARDS = 60;

// A button that opens the evidence of items, or of one.
function opener(text, title, ids, attributes = {}) {
  return element("button", { type: "button", ...attributes, click: () => openPanel(title, ids) }, text);
}

function itemButton(item, title) {
  const text = element("span", { lang: plans.get(item.plan).language }, item.text);
  return opener(
    [item.number ? `${item.number} ` : "", text],
    title || plans.get(item.plan).label,
    [item.id],
    { class: "item" },
  );
}

function openPanel(title, ids) {
  const shown = ids.map((id) => items.get(id)).filter(Boolean);
  showPanel(
    title,
    shown.map((item) => () => card(item)),
  );
}

function showPanel(title, makers) {
  byId("panel-title").textContent = title;
  const list = byId("panel-list");
  list.replaceChildren();
  addCards(list, makers, 0);
  if (!panel.open) panel.showModal();
  panel.scrollTop = 0;
  byId("panel-title").focus();
}

function addCards(list, makers, from) {
  list.append(...makers.slice(from, from + CARDS).map((make) => make()));
  if (makers.length <= from + CARDS) return;
  const more = element(
    "button",
    { type: "button", class: "more" },
    say("show_more", {
      n: number(Math.min(CARDS, makers.length - from - CARDS)),
      all: number(makers.length),
    }),
  );
  more.addEventListener("click", () => {
    more.remove();
    addCards(list, makers, from + CARDS);
  });
  list.append(more);
}

function card(item) {
  const plan = plans.get(item.plan);
  return element(
    "article",
    { class: "card" },
    element(
      "h3",
      {},
      plan.label,
      item.number ? ` · ${item.number}` : "",
      isTiltak(item) ? "" : ` · ${named("goal_kinds", item.kind)}`,
    ),
    element("blockquote", { lang: plan.language }, item.text),
    facts(isTiltak(item) ? factsOfTiltak(item) : factsOfGoal(item), plan.language),
    source(plan, item.place || {}),
    actions(plan, item),
    saidElsewhere(item),
  );
}

// Terms and what the plan says of them; what it does not say is left out.
function facts(pairs, language) {
  const told = pairs.filter(([, value]) => value);
  return told.length
    ? element(
        "dl",
        { lang: language },
        told.map(([term, value]) => [
          element("dt", { lang: labels.language }, term),
          element("dd", {}, value),
        ]),
      )
    : null;
}

function factsOfTiltak(item) {
  return [
    [
      say("responsible_one"),
      (item.responsible || []).map((party) => party.raw).join("; ") || say("not_said"),
    ],
    [say("when"), timeText(item.time) || say("not_said")],
    [say("description"), item.description],
    [say("target"), item.target],
    [say("cost"), item.cost],
    [say("status"), named("statuses", item.status)],
    [
      say("serves"),
      (item.goals || [])
        .map((id) => items.get(id)?.text)
        .filter(Boolean)
        .join("; "),
    ],
    [say("theme"), (item.themes || []).map(themeName).join(", ")],
  ];
}

function factsOfGoal(item) {
  return [
    [say("above"), items.get(item.parent)?.text],
    [
      say("tiltak"),
      (item.tiltak || [])
        .map((id) => items.get(id)?.text)
        .filter(Boolean)
        .join("; ") || say("no_tiltak_below"),
    ],
    [say("theme"), (item.themes || []).map(themeName).join(", ")],
  ];
}

// The wording of the plan, and what it was taken to mean where that is not the same.
function timeText(time) {
  if (!time) return "";
  const meant = when(time.edtf);
  return meant && meant !== time.raw ? `${time.raw} (${meant})` : time.raw;
}

function source(plan, place) {
  const page = place.page ? `#page=${place.page}` : "";
  const link = element(
    "a",
    { href: `./${encodeURIComponent(plan.filename)}${page}`, target: "_blank", rel: "noopener noreferrer" },
    placeText(plan, place),
  );
  return element(
    "p",
    { class: "source" },
    `${say("source")}: `,
    link,
    place.section ? [" · ", element("span", { lang: plan.language }, place.section)] : "",
  );
}

function placeText(plan, place) {
  return place.page ? `${plan.filename}, ${say("page")} ${place.page}` : plan.filename;
}

function actions(plan, item) {
  const copy = element("button", { type: "button", class: "quiet" }, say("copy"));
  copy.addEventListener("click", () =>
    copied(`«${item.text}» (${plan.label}: ${placeText(plan, item.place || {})})`, copy),
  );
  return element(
    "p",
    { class: "actions" },
    copy,
    element("a", { href: address({ item: item.id }), class: "quiet" }, say("link_here")),
  );
}

async function copied(text, button) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copiedByHand(text, button);
  }
  button.textContent = say("is_copied");
  announce(say("is_copied"));
}

// Where the clipboard is closed to pages from files.
function copiedByHand(text, button) {
  const field = element("textarea", {});
  field.value = text;
  button.after(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

function saidElsewhere(item) {
  const row = rowsOfItems.get(item.id);
  if (!row) return null;
  const others = row.items.filter((id) => id !== item.id);
  const text = say("said_also", { plans: number(new Set(others.map((id) => items.get(id).plan)).size) });
  return element(
    "p",
    {},
    opener(text, sameTitle(row), row.items, { class: "quiet" }),
  );
}

byId("panel-close").addEventListener("click", () => panel.close());
panel.addEventListener("click", (event) => {
  if (event.target === panel) panel.close();
});
panel.addEventListener("close", () => {
  if (state.item) change({ item: "" }, { quietly: true });
});
