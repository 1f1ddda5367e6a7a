// Begin.

measureSheets();
resume();
placeSheets();
renderList();
tellOfOrphans();

changed = (key) => {
  const entry = key && byKey.get(key);
  if (entry && nodeOf(entry.id)) {
    refresh(entry.id);
    renderCounts(allEntries());
  } else {
    renderList();
  }
  redraw(...(entry ? [entry] : []));
  tellOfOrphans();
};

filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("input", () => {
  shownKinds = new Set([...filters.querySelectorAll("[name=kind]:checked")].map((box) => box.value));
  renderList();
  redraw();
});
document.addEventListener("keydown", onKey);
let waiting = 0;
document.addEventListener("selectionchange", () => {
  clearTimeout(waiting);
  waiting = setTimeout(showSelection, 150);
});
pane.addEventListener("click", (event) => {
  if (!getSelection().isCollapsed) return;
  const mark = event.target.closest("[data-id]");
  const entry = mark ? entryById(mark.dataset.id) : entryAt(event.clientX, event.clientY);
  if (entry) look(entry.id, { focus: false });
});
pane.addEventListener("pointermove", (event) => {
  if (event.pointerType !== "mouse" || event.buttons) return;
  const entry = event.target.closest(".sheet:not(.text)") && entryAt(event.clientX, event.clientY);
  pane.classList.toggle("over-box", Boolean(entry));
});
byId("download").addEventListener("click", download);
byId("load").addEventListener("click", () => byId("file").click());
byId("file").addEventListener("change", async ({ target }) => {
  if (target.files[0]) await openFile(target.files[0]);
  target.value = "";
});
for (const kind of ["tiltak", "goal"]) {
  const button = byId(`add-${kind}`);
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // what is selected stays so
  button.addEventListener("click", () => {
    const { text, source } = readSelection() || {};
    useUp(() => add(kind, text, source));
  });
}
byId("smaller")?.addEventListener("click", () => setZoom(1 / 1.25));
byId("larger")?.addEventListener("click", () => setZoom(1.25));
for (const [event, now] of [["beforeprint", true], ["afterprint", false]]) {
  addEventListener(event, () => {
    printing.now = now; // on paper everything is unfolded
    renderList();
  });
}
document.documentElement.classList.add("ready");
