// The list of what was found, filtered and in order; the one that is looked at is unfolded.

const filters = byId("filters");
let listed = [];

function filterValues() {
  const form = new FormData(filters);
  return {
    words: form.get("q").toLowerCase().split(/\s+/).filter(Boolean),
    most: Number(form.get("confidence")) / 100 || null,
    verdict: form.get("verdict"),
    unsure: form.get("order") === "unsure",
    noted: form.get("noted") !== null,
  };
}

function passes(entry, { words, most, verdict, noted }) {
  if (!shownKinds.has(entry.kind)) return false;
  if (most !== null && !(entry.confidence < most)) return false;
  if (verdict && (!isItem(entry) || (verdictOf(entry) || "unseen") !== verdict)) return false;
  if (noted && !entry.places.some((place) => notedPages.has(place.page))) return false;
  return !words.length || words.every((word) => haystack(entry).includes(word));
}

function haystack(entry) {
  const parts = isItem(entry) ? Object.values(values(entry)).flat() : [entry.text];
  return [entry.id, ...parts].join(" ").toLowerCase();
}

const sureness = (entry) => entry.confidence ?? 2;

function renderList() {
  const wanted = filterValues();
  const all = allEntries();
  listed = all.filter((entry) => passes(entry, wanted)).sort(before);
  if (wanted.unsure) listed.sort((a, b) => sureness(a) - sureness(b));
  byId("list").replaceChildren(...listed.map(listItem));
  const most = all.filter((entry) => shownKinds.has(entry.kind)).length;
  byId("showing").textContent = listed.length
    ? say("showing", { n: number(listed.length), all: number(most) })
    : say("nothing");
  renderCounts(all);
}

function renderCounts(all) {
  const items = all.filter(isItem);
  const left = items.filter((entry) => !verdictOf(entry)).length;
  byId("left").textContent = left ? say("left", { left: number(left), all: number(items.length) }) : say("done");
  byId("tally").textContent = VERDICTS.map((verdict) => [verdict, items.filter((one) => verdictOf(one) === verdict).length])
    .filter(([, n]) => n)
    .map(([verdict, n]) => say("tally", { n: number(n), verdict: labels[verdict] }))
    .join(", ");
  for (const node of filters.querySelectorAll("[data-count]")) {
    node.textContent = number(all.filter((entry) => entry.kind === node.dataset.count).length);
  }
}

function listItem(entry) {
  const open = entry.id === current || printing.now;
  const head = element(
    "button",
    { type: "button", class: "entry-head", "aria-expanded": String(open), click: () => look(open ? null : entry.id) },
    element("span", { class: "tag" }, tagOf(entry)),
    element("span", { class: "kind" }, say(entry.kind)),
    element("span", { class: "wording" }, wording(entry) || "–"),
    element("span", { class: "meta" }, metaOf(entry)),
  );
  const node = element("li", { class: classesOf(entry, "entry"), "data-id": entry.id }, head);
  if (open) node.append(details(entry));
  return node;
}

function metaOf(entry) {
  const { page } = placeOf(entry);
  const verdict = verdictOf(entry);
  return [
    page && say("page", { n: page }),
    entry.confidence !== undefined && percent(entry.confidence),
    verdict && `${SIGNS[verdict]} ${labels[verdict]}`,
  ]
    .filter(Boolean)
    .join(" · ");
}

const nodeOf = (id) => [...byId("list").children].find((node) => node.dataset.id === id);

function refresh(id) {
  const [entry, node] = [id && entryById(id), id && nodeOf(id)];
  if (!entry || !node) return;
  const focused = node.contains(document.activeElement);
  node.replaceWith(listItem(entry));
  if (focused) nodeOf(id).querySelector(".entry-head").focus({ preventScroll: true });
}

// Look at an entry: unfold it, light it up on its page, bring both into sight.
function look(id, { focus = true } = {}) {
  const last = current;
  const both = [last, id].filter(Boolean).map(entryById);
  current = id;
  editing = null;
  refresh(last);
  refresh(id);
  redraw(...both);
  if (!id) return;
  const entry = entryById(id);
  if (!nodeOf(id)) {
    shownKinds.add(entry.kind);
    resetFilters();
  }
  scrollToPlace(entry);
  const node = nodeOf(id);
  if (focus) node.querySelector(".entry-head").focus({ preventScroll: true });
  bringIntoSight(node);
}

// The whole of it, its head first, below the tools that stay at the top; on a telephone the window scrolls.
function bringIntoSight(node) {
  node.scrollIntoView({ block: "nearest" });
  if (node.querySelector(".entry-head").getBoundingClientRect().top < byId("list").getBoundingClientRect().top) return;
  node.querySelector(".entry-head").scrollIntoView({ block: "nearest" });
}

function resetFilters() {
  filters.reset();
  for (const box of filters.querySelectorAll("[name=kind]")) box.checked = shownKinds.has(box.value);
  renderList();
}

function step(by) {
  if (!listed.length) return;
  const at = listed.findIndex((entry) => entry.id === current);
  const next = at < 0 ? (by > 0 ? 0 : listed.length - 1) : at + by;
  if (next >= 0 && next < listed.length) look(listed[next].id);
}
