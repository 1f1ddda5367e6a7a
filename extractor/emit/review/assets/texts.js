// A document without pages: its lines, with marks on what was found. Offsets count characters, not halves of pairs.

function fillText(sheet, lines) {
  sheet.lines = lines.map(([start, text]) => {
    const node = element("div", { class: "run line", "data-start": start });
    return { start, text, chars: Array.from(text), node };
  });
  sheet.node.replaceChildren(...sheet.lines.map((line) => line.node));
  drawMarks(sheet);
}

function drawMarks(sheet) {
  if (!sheet.filled) return;
  const marks = [];
  for (const entry of allEntries()) {
    if (!shownKinds.has(entry.kind) && entry.id !== current) continue;
    for (const place of entry.places) {
      if (place.start >= 0 && isOn(sheet, place)) marks.push({ entry, ...place });
    }
  }
  for (const line of sheet.lines) line.node.replaceChildren(...pieces(line, marks));
}

// A line cut where marks begin and end; the smallest of the marks on a piece is its own.
function pieces(line, marks) {
  const end = line.start + line.chars.length;
  const here = marks.filter((mark) => mark.start < end && mark.end > line.start);
  if (!here.length) return [line.text];
  const cuts = new Set([line.start, end]);
  for (const mark of here) for (const at of [mark.start, mark.end]) if (at > line.start && at < end) cuts.add(at);
  const edges = [...cuts].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, at) => {
    const text = line.chars.slice(from - line.start, edges[at + 1] - line.start).join("");
    const on = here.filter((mark) => mark.start <= from && mark.end >= edges[at + 1]);
    if (!on.length) return text;
    const { entry, start } = on.reduce((best, mark) => (mark.end - mark.start < best.end - best.start ? mark : best));
    const mark = element("mark", { class: classesOf(entry, "mark"), "data-id": entry.id }, text);
    if (start === from) mark.dataset.tag = tagOf(entry);
    return mark;
  });
}

const sheetAt = (offset) => sheets.find((sheet) => sheet.isText && offset < sheet.end);

function lineAt(sheet, offset) {
  const line = sheet.lines.find((one) => one.start + one.chars.length > offset);
  return line && line.node;
}
