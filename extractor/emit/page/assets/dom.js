// Elements by hand: whatever comes from a document becomes text, never mark-up.

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child || child === 0));
  return made;
}

const byId = (id) => document.getElementById(id);

// A table in a frame that scrolls by itself, so that head and first column stay in sight; where columns are out of
// sight, it says so.
function framed(caption, head, bodies, classes = "", shown = false) {
  const table = element(
    "table",
    { class: classes },
    element("caption", { class: shown ? "" : "aside" }, caption),
    element("thead", {}, head),
    bodies,
  );
  const frame = element("div", { class: "frame", role: "region", tabindex: 0, "aria-label": caption }, table);
  const hint = element("p", { class: "scrolls", "aria-hidden": "true" }, say("scrolls"));
  const made = element("div", { class: "wide" }, hint, frame);
  const look = () => {
    const wider = frame.scrollWidth - frame.clientWidth;
    made.classList.toggle("scrolling", wider > SLACK);
    made.classList.toggle("more-behind", wider - frame.scrollLeft > SLACK);
  };
  new ResizeObserver(look).observe(frame);
  frame.addEventListener("scroll", look);
  return made;
}

const SLACK = 4; // pixels that nobody misses

const columnHead = (name, attributes = {}) => element("th", { scope: "col", ...attributes }, name);

// What is folded is made only when somebody unfolds it; on paper everything is unfolded.
function folded(summary, make, open = false) {
  const details = element("details", { class: "folded" }, element("summary", {}, summary));
  const fill = () => {
    if (details.open && details.children.length === 1) details.append(make());
  };
  details.addEventListener("toggle", fill);
  details.open = open || printing.now;
  fill();
  return details;
}

const printing = { now: false };
const moreShown = new Map();
const STEP = 100;

// The first of many, with a button for the next ones; on paper all of them.
function limited(key, all, makeRest) {
  const until = printing.now ? all.length : STEP + (moreShown.get(key) || 0);
  if (all.length <= until) return { shown: all, more: null };
  const press = () => {
    moreShown.set(key, (moreShown.get(key) || 0) + 5 * STEP);
    makeRest();
  };
  const text = say("show_more", {
    n: number(Math.min(5 * STEP, all.length - until)),
    all: number(all.length),
  });
  return {
    shown: all.slice(0, until),
    more: element("button", { type: "button", class: "more", click: press }, text),
  };
}
