// The page: one view at a time, drawn anew when the address changes.

function announce(text) {
  byId("status").textContent = text;
}

function render() {
  see();
  fillForm();
  for (const link of document.querySelectorAll("#views a")) {
    const view = link.dataset.view;
    link.href = address({ view, item: "", sort: "", turn: "", count: "" });
    if (view === state.view) {
      link.setAttribute("aria-current", "page");
      link.parentElement.scrollLeft = link.offsetLeft - link.parentElement.offsetLeft - 40;
    } else link.removeAttribute("aria-current");
  }
  const content = visible.plans.length
    ? VIEWS[state.view]()
    : element("p", { class: "empty" }, say("no_plans"));
  const heading = element("h2", { id: "heading", tabindex: -1 }, say(state.view));
  const explained = element("p", { class: "explained" }, say(`${state.view}_explained`));
  byId("view").replaceChildren(...[heading, explained, content].flat(Infinity).filter(Boolean));
  document.title = `${say(state.view)} · ${labels.title}`;
  announce(
    say("shown", {
      plans: documents(visible.plans),
      tiltak: count("measure", visible.tiltak.length),
      goals: count("goal", visible.goals.length),
    }),
  );
}

function follow() {
  const before = state.view;
  readAddress();
  render();
  if (state.item && items.has(state.item))
    openPanel(plans.get(items.get(state.item).plan).label, [state.item]);
  else if (panel.open) panel.close();
  if (before && state.view !== before) byId("heading").focus();
}

document.querySelector(".skip").addEventListener("click", (event) => {
  event.preventDefault();
  byId("view").focus();
});
window.addEventListener("hashchange", follow);
window.addEventListener("beforeprint", () => {
  printing.now = true;
  render();
});
window.addEventListener("afterprint", () => {
  printing.now = false;
  render();
});

buildFilters();
follow();
document.documentElement.classList.add("ready");
