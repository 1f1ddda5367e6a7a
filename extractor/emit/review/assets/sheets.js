// The pages of the document. Each is drawn when it comes near, and let go when it is far away.

const pane = byId("pages");
const sheets = [...document.querySelectorAll("script.sheet-data")].map((script, at) => ({ at, script }));
const NEAR = "1200px"; // above and below what is seen
let zoom = 1;

function content(sheet) {
  return JSON.parse(sheet.script.textContent);
}

const offsets = [];

// The offset of the first character of a page; of a page without text, that of the next.
function firstOffset(page) {
  return offsets[page - 1] ?? Infinity;
}

// Sizes and offsets have to be known before anything is drawn, and only they are kept.
function measureSheets() {
  for (const sheet of sheets) {
    const { page, width, height, lines } = content(sheet);
    Object.assign(sheet, { page, width, height, isText: width === undefined });
    sheet.quarters = mostly(lines.map((line) => line[6]));
    sheet.start = lines.length ? Math.min(...lines.map((line) => line[0])) : null;
    const last = lines[lines.length - 1];
    sheet.end = last ? last[0] + last[1].length : null;
  }
  let next = Infinity;
  for (const sheet of [...sheets].reverse()) offsets[sheet.page - 1] = next = sheet.start ?? next;
}

// How the letters of a page are turned: tags stand in front of what they name, where its lines begin.
function mostly(quarters) {
  const count = (turn) => quarters.filter((one) => one === turn).length;
  return [0, 1, 2, 3].reduce((most, turn) => (count(turn) > count(most) ? turn : most));
}

function placeSheets() {
  for (const sheet of sheets) {
    sheet.node = element("div", { class: sheet.isText ? "sheet text" : "sheet", "data-page": sheet.page });
    if (sheet.isText) pane.append(sheet.node);
    else {
      sheet.node.style.aspectRatio = `${sheet.width} / ${sheet.height}`;
      const caption = element("figcaption", {}, say("page", { n: sheet.page }));
      if (notedPages.has(sheet.page)) caption.append(" · ", notesOf(sheet.page));
      pane.append(element("figure", { id: `page-${sheet.page}` }, caption, sheet.node));
    }
  }
  const watch = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const sheet = sheets.find((one) => one.node === entry.target);
        if (entry.isIntersecting) fill(sheet);
        else empty(sheet);
      }
    },
    { root: pane, rootMargin: NEAR },
  );
  sheets.forEach((sheet) => watch.observe(sheet.node));
}

const notesOf = (page) =>
  found
    .filter((entry) => entry.kind === "note" && entry.item.page === page)
    .map((entry) => entry.text)
    .join(" · ");

function fill(sheet) {
  if (sheet.filled) return;
  sheet.filled = true;
  const told = content(sheet);
  if (sheet.isText) fillText(sheet, told.lines);
  else fillPage(sheet, told);
}

// Text is small and stays, so that it can be searched and selected as a whole.
function empty(sheet) {
  if (!sheet.filled || sheet.isText || holdsSelection(sheet.node)) return;
  sheet.filled = false;
  sheet.node.replaceChildren();
}

function holdsSelection(node) {
  const selection = getSelection();
  return selection.rangeCount > 0 && !selection.isCollapsed && selection.getRangeAt(0).intersectsNode(node);
}

function fillPage(sheet, told) {
  const name = say("page", { n: sheet.page });
  const picture = told.picture
    ? element("img", { src: told.picture, alt: name, draggable: "false" })
    : element("p", { class: "empty" }, say("no_picture"));
  sheet.boxes = element("div", { class: "boxes", "aria-hidden": "true" });
  sheet.node.replaceChildren(picture, sheet.boxes, textLayer(sheet, told.lines));
  drawBoxes(sheet);
}

// The words of the page, unseen and in their places, so that they can be selected.
function textLayer(sheet, lines) {
  const layer = element("div", { class: "words" });
  const runs = lines.map(([start, text, x0, top, x1, bottom, quarters]) => {
    const run = element("span", { class: "run", "data-start": start }, text);
    const sideways = quarters % 2 === 1;
    const height = sideways ? x1 - x0 : bottom - top;
    run.style.left = share([x0, x1, x1, x0][quarters], sheet.width);
    run.style.top = share([top, top, bottom, bottom][quarters], sheet.height);
    run.style.fontSize = `${(100 * height) / sheet.width}cqw`;
    run.place = { page: sheet.page, box: [x0, top, x1, bottom], quarters };
    run.wanted = (sideways ? bottom - top : x1 - x0) / sheet.width;
    return run;
  });
  layer.append(...runs);
  requestAnimationFrame(() => fit(sheet, runs));
  return layer;
}

// Letters here are not those of the document: each line is stretched to its length.
function fit(sheet, runs) {
  const width = sheet.node.clientWidth;
  const natural = runs.map((run) => run.offsetWidth);
  runs.forEach((run, at) => {
    const stretch = natural[at] ? (run.wanted * width) / natural[at] : 1;
    run.style.transform = `rotate(${90 * run.place.quarters}deg) scaleX(${stretch.toFixed(4)})`;
  });
}

const share = (part, whole) => `${((100 * part) / whole).toFixed(3)}%`;

function setZoom(factor) {
  zoom = Math.min(3, Math.max(0.5, zoom * factor));
  pane.style.setProperty("--zoom", zoom);
}
