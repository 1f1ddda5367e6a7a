// What is wrong with the structure of the page, one line for each fault.
() => {
  const faults = [];
  const name = (node) => node.getAttribute("aria-label") || node.textContent.trim() || node.title;
  for (const node of document.querySelectorAll("th"))
    if (!node.scope) faults.push(`th without scope: ${node.textContent}`);
  for (const node of document.querySelectorAll("table"))
    if (!node.caption) faults.push("table without caption");
  for (const node of document.querySelectorAll("button, a[href]"))
    if (!name(node)) faults.push(`no name: ${node.outerHTML}`);
  for (const node of document.querySelectorAll("input, select"))
    if (!node.labels.length) faults.push(`no label: ${node.name}`);
  for (const node of document.querySelectorAll("[tabindex]"))
    if (node.tabIndex > 0) faults.push("order of focus changed");
  const ids = [...document.querySelectorAll("[id]")].map((node) => node.id);
  if (new Set(ids).size !== ids.length) faults.push("an id twice");
  for (const one of ["header", "nav", "main", "footer", "h1", "[role=search]", "[role=status]"])
    if (document.querySelectorAll(one).length !== 1) faults.push(`not one ${one}`);
  const levels = [...document.querySelectorAll("h1, main h2, main h3, main h4")].map((node) =>
    Number(node.tagName[1]),
  );
  levels.reduce((before, level) => {
    if (level > before + 1) faults.push("a level of headings left out");
    return level;
  }, 0);
  return faults;
};
