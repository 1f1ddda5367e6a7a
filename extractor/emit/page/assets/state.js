// What is shown: the view and the filters, all of it in the address, so that a link shows the same to others.

const VIEWS = {};
const FILTERS = ["q", "fylke", "type", "language", "theme", "from", "to", "plans"];
let state = {};
let visible = {};

function readAddress() {
  const [view, query] = location.hash.slice(1).split("?");
  state = {
    ...Object.fromEntries(new URLSearchParams(query || "")),
    view: Object.keys(VIEWS).includes(view) ? view : "overview",
  };
}

function address(changes = {}) {
  const next = { ...state, ...changes };
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(next)) {
    if (key !== "view" && value) query.set(key, value);
  }
  const text = query.toString();
  return `#${next.view}${text ? `?${text}` : ""}`;
}

// A filter that is typed makes no entry in the history; a click on something else does.
function change(changes, { quietly = false } = {}) {
  const next = address(changes);
  if (quietly) history.replaceState(null, "", next);
  else if (next !== location.hash) history.pushState(null, "", next);
  readAddress();
  render();
}

const folding = (text) => text.toLowerCase().normalize("NFC");
const haystacks = new Map();

// All that is searched of a tiltak or goal.
function haystack(item) {
  let text = haystacks.get(item.id);
  if (text === undefined) {
    const parties = (item.responsible || []).flatMap((party) => [party.raw, party.name]);
    const place = item.place || {};
    const time = item.time || {};
    const parts = [
      item.text,
      item.number,
      item.description,
      item.target,
      item.cost,
      time.raw,
      place.section,
      ...parties,
    ];
    text = folding([...parts, plans.get(item.plan).label].filter(Boolean).join("\n"));
    haystacks.set(item.id, text);
  }
  return text;
}

const LEAST_BENT = 3; // letters that a word must have to be looked for in other spellings
const SPELLINGS_AT_MOST = 150;
const MORE_LETTERS = 3; // of a word that is not yet typed to its end

// A word and others that are the same word: in the other written standard, bent, or as part of a compound.
function spellings(word) {
  const groups = data.same_words || [];
  if (word.length < LEAST_BENT) return [word];
  const begun = (one) => one.startsWith(word) && one.length <= word.length + MORE_LETTERS;
  const same = groups.filter((group) => group.some(begun)).flat();
  return [word, ...(same.length ? same : compounds(word, groups))];
}

// The word with its parts in other spellings, the longest parts first; so many that the search stays quick.
function compounds(word, groups) {
  const parts = groups
    .map((group) => [group.filter((one) => one.length > LEAST_BENT && word.includes(one)).sort(byLength).at(-1), group])
    .filter(([part]) => part)
    .sort(([one], [other]) => byLength(other, one));
  let made = [word];
  for (const [part, group] of parts) {
    if (made.length * group.length > SPELLINGS_AT_MOST) break;
    made = [...new Set([...made, ...made.flatMap((old) => group.map((one) => old.replace(part, one)))])];
  }
  return made;
}

const byLength = (one, other) => one.length - other.length;

// Whether a text has one of the spellings; short ones only at the beginning of a word.
function has(text, words) {
  return words.some((word, at) =>
    at && word.length <= LEAST_BENT ? new RegExp(`(?<!\\p{L})${word}`, "u").test(text) : text.includes(word),
  );
}

function planPasses(plan) {
  const chosen = (state.plans || "").split(",").filter(Boolean);
  return (
    (!chosen.length || chosen.includes(plan.id)) &&
    (!state.fylke || counties(plan).includes(state.fylke)) &&
    (!state.type || plan.plan_type === state.type) &&
    (!state.language || plan.language === state.language) &&
    (!state.from || (plan.end_year && plan.end_year >= Number(state.from))) &&
    (!state.to || (plan.start_year && plan.start_year <= Number(state.to)))
  );
}

// The plans, tiltak and goals that the filters leave.
function see() {
  const shown = data.plans.filter(planPasses);
  const words = folding(state.q || "")
    .split(/\s+/)
    .filter(Boolean)
    .map(spellings);
  const passes = (item) =>
    (!state.theme || (item.themes || []).includes(state.theme)) &&
    (!words.length || words.every((same) => has(haystack(item), same)));
  const of = (groups) => shown.flatMap((plan) => groups.get(plan.id).filter(passes));
  const found = { tiltak: of(tiltakOf), goals: of(goalsOf) };
  visible = {
    plans: shown,
    planIds: new Set(shown.map((plan) => plan.id)),
    ...found,
    ids: new Set([...found.tiltak, ...found.goals].map((item) => item.id)),
    byPlan: groupedByPlan(found.tiltak),
    searching: Boolean(words.length || state.theme),
  };
}

function groupedByPlan(all) {
  const found = {};
  for (const item of all) (found[item.plan] = found[item.plan] || []).push(item.id);
  return found;
}
