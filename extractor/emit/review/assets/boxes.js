// What was found, drawn on its page: boxes told apart by their lines and their tags, not by colour alone.

const MARGIN = 1.5; // points around the words

let shownKinds = new Set(["goal", "tiltak"]);
let current = null; // id of the entry that is looked at

function drawBoxes(sheet) {
  if (sheet.isText) return drawMarks(sheet);
  if (!sheet.filled) return;
  sheet.boxes.replaceChildren(...boxesOn(sheet.page).map((box) => drawn(sheet, box)));
}

// The boxes of a page, the large ones first, so that the small ones lie on top.
function boxesOn(page) {
  const boxes = [];
  for (const entry of allEntries()) {
    if (!shownKinds.has(entry.kind) && entry.id !== current) continue;
    const places = entry.places.filter((place) => place.page === page && place.bbox);
    places.forEach((place, at) => boxes.push({ entry, bbox: place.bbox, first: at === 0 }));
  }
  return boxes.sort((a, b) => area(b.bbox) - area(a.bbox));
}

const area = ([x0, top, x1, bottom]) => (x1 - x0) * (bottom - top);

function drawn(sheet, { entry, bbox, first }) {
  const [x0, top, x1, bottom] = bbox;
  const box = element("div", { class: classesOf(entry, "box"), "data-id": entry.id });
  box.style.left = share(x0 - MARGIN, sheet.width);
  box.style.top = share(top - MARGIN, sheet.height);
  box.style.width = share(x1 - x0 + 2 * MARGIN, sheet.width);
  box.style.height = share(bottom - top + 2 * MARGIN, sheet.height);
  if (first) box.append(element("span", { class: `tag ${["", "above", "", "below"][sheet.quarters]}` }, tagOf(entry)));
  return box;
}

const UNSURE = 0.8; // confidence below which an item says so itself
const isUnsure = (entry) => entry.confidence < UNSURE;
const SIGNS = { right: "✓", wrong: "✗", changed: "✎", added: "+" };

function tagOf(entry) {
  const sign = SIGNS[verdictOf(entry)] || (isUnsure(entry) ? "?" : "");
  return entry.added ? `${sign}${entry.kind === "goal" ? "g" : "t"}` : `${entry.id}${sign}`;
}

function classesOf(entry, what) {
  const names = [what, entry.kind, verdictOf(entry)];
  if (isUnsure(entry)) names.push("unsure");
  if (entry.id === current) names.push("current");
  return names.filter(Boolean).join(" ");
}

// Draw the boxes anew: those of all sheets, or of the sheets that entries stand on.
function redraw(...entries) {
  const stands = (sheet) => entries.some((entry) => entry && entry.places.some((place) => isOn(sheet, place)));
  sheets.filter((sheet) => !entries.length || stands(sheet)).forEach(drawBoxes);
}

function isOn(sheet, place) {
  return sheet.isText ? place.start < sheet.end && place.end > sheet.start : place.page === sheet.page;
}

// The entry below a point of the window: that of the smallest box.
function entryAt(x, y) {
  for (const node of document.elementsFromPoint(x, y)) {
    const sheet = sheets.find((one) => one.node === node);
    if (!sheet || sheet.isText) continue;
    const frame = node.getBoundingClientRect();
    const [left, top] = [((x - frame.left) * sheet.width) / frame.width, ((y - frame.top) * sheet.height) / frame.height];
    const hit = boxesOn(sheet.page).filter(({ bbox }) => within(left, top, bbox));
    return hit.length ? hit[hit.length - 1].entry : null;
  }
  return null;
}

const within = (x, y, [x0, top, x1, bottom]) =>
  x >= x0 - MARGIN && x <= x1 + MARGIN && y >= top - MARGIN && y <= bottom + MARGIN;

// Bring the first place of an entry into sight.
function scrollToPlace(entry) {
  const place = entry.places[0];
  if (!place) return;
  const sheet = place.page ? sheets.find((one) => one.page === place.page) : sheetAt(place.start);
  if (!sheet) return;
  fill(sheet);
  const frame = pane.getBoundingClientRect();
  let target = sheet.node.getBoundingClientRect();
  let top = target.top;
  if (sheet.isText) top = (lineAt(sheet, place.start) || sheet.node).getBoundingClientRect().top;
  else if (place.bbox) top += (place.bbox[1] / sheet.height) * target.height;
  const inSight = top > frame.top + 40 && top < frame.bottom - 80;
  if (!inSight) pane.scrollBy({ top: top - frame.top - frame.height / 3 });
  if (place.bbox && target.width > frame.width) {
    const left = target.left + (place.bbox[0] / sheet.width) * target.width;
    pane.scrollBy({ left: left - frame.left - 24 });
  }
}
