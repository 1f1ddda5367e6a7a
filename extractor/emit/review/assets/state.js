// What stands in the page, and what the reader has said of it. Work in progress is kept by the browser, if it does.

const labels = JSON.parse(byId("labels").textContent);
const data = JSON.parse(byId("plan").textContent);
const locale = { nb: "nb-NO", nn: "nn-NO", en: "en-GB" }[labels.language];
const VERDICTS = ["right", "wrong", "changed", "added"];
const STORED_AS = `planuttrekk review ${data.document.sha256}`;

// A label with its gaps filled; what a document says goes in as text.
function say(key, values = {}) {
  return String(labels[key] ?? key).replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");
}

const number = (n) => new Intl.NumberFormat(locale).format(n);
const percent = (share) => `${Math.round(100 * share)}\u00a0%`;
const named = (table, key) => (key ? labels[table][key] || key : "");

const said = new Map(); // key → correction
let changed = () => {}; // is told the key of what was said anew; null for all

function store() {
  try {
    if (said.size) localStorage.setItem(STORED_AS, JSON.stringify(corrections()));
    else localStorage.removeItem(STORED_AS);
    return true;
  } catch {
    return false;
  }
}

function stored() {
  try {
    const found = JSON.parse(localStorage.getItem(STORED_AS));
    return found && isOurs(found) ? found : null;
  } catch {
    return null;
  }
}

function corrections() {
  return {
    schema_version: data.schema_version,
    tool: data.tool,
    document: data.document,
    corrections: [...said.values()].sort((a, b) => placeInText(a.source) - placeInText(b.source)),
  };
}

const placeInText = (source) => (source.length ? source[0].start : Number.MAX_SAFE_INTEGER);

// Whether JSON is what we wrote, of this document.
function isOurs(found) {
  return isCorrections(found) && found.document.sha256 === data.document.sha256;
}

function isCorrections(found) {
  const list = found && found.document && Array.isArray(found.corrections) ? found.corrections : null;
  return Boolean(list) && list.every((one) => one && isCorrection(one));
}

function isCorrection({ item, key, verdict, text, source = [], fields = {} }) {
  return (
    ["goal", "tiltak"].includes(item) &&
    /^[gt]-[0-9a-f]{12}(-\d+)?$/.test(key) &&
    key[0] === item[0] &&
    VERDICTS.includes(verdict) &&
    typeof text === "string" &&
    Array.isArray(source) &&
    source.every((place) => place && Number.isInteger(place.start)) &&
    Boolean(fields) &&
    typeof fields === "object"
  );
}

function takeOver(found) {
  for (const { item, key, verdict, text, source = [], fields = {} } of found.corrections) {
    said.set(key, { item, key, verdict, text, source, fields });
  }
}

function forget(key) {
  said.delete(key);
  tell(key);
}

function saySo(correction) {
  said.set(correction.key, correction);
  tell(correction.key);
}

function tell(key) {
  const kept = store();
  changed(key);
  if (!kept) message("not_saved", {}, "not-saved");
}

// Something to be known, above all else; one of a kind at a time.
function message(key, values = {}, kind = key, ...more) {
  const made = element("p", { class: "note", "data-kind": kind }, say(key, values), " ", ...more);
  const before = byId("messages").querySelector(`[data-kind="${kind}"]`);
  if (before) before.replaceWith(made);
  else byId("messages").append(made);
}
