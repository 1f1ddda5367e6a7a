// What the keyboard does, unless something is typed into a field.

const ACTS = {
  j: () => step(1),
  k: () => step(-1),
  a: (entry) => entry && judge(entry, "right"),
  x: (entry) => entry && judge(entry, "wrong"),
  e: (entry) => entry && edit(entry),
  u: (entry) => entry && undo(entry),
  "/": () => filters.elements.q.focus(),
};

function isTyping(target) {
  return target.matches("input:not([type=checkbox]), textarea, select") || target.isContentEditable;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || !byId("keys-on").checked) return;
  if (event.key === "Escape" && event.target === filters.elements.q) event.target.blur();
  if (isTyping(event.target)) return;
  const act = ACTS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act(current && entryById(current));
}
