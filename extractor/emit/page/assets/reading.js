// Comparability: what could not be read in which document.

VIEWS.reading = () => {
  const heads = ["plan", "document", "verdict", "pages_not_read", "unassigned", "unsure", "remarks"];
  const head = element(
    "tr",
    {},
    heads.map((name) =>
      columnHead(say(name), { class: ["unassigned", "unsure"].includes(name) ? "number" : "" }),
    ),
  );
  const body = element("tbody", {}, visible.plans.map(readingRow));
  return [
    element("p", { class: "note" }, say("reading_note")),
    framed(say("reading"), head, body, "reading"),
  ];
};

function readingRow(plan) {
  const reading = plan.reading || {};
  const verdict = reading.verdict || "good";
  const pages = reading.pages_not_read || [];
  const share = reading.characters ? (reading.unassigned || 0) / reading.characters : 0;
  const remarks = [
    plan.kind === "plan" ? "" : say("no_plan", { kind: named("kinds", plan.kind) }),
    ...(reading.warnings || []).map((code) => named("warnings", code)),
  ];
  return element(
    "tr",
    {},
    element("th", { scope: "row", class: "plan" }, plan.label),
    element(
      "td",
      {},
      element(
        "a",
        { href: `./${encodeURIComponent(plan.filename)}`, target: "_blank", rel: "noopener noreferrer" },
        plan.filename,
      ),
    ),
    element("td", { class: `verdict ${verdict}` }, say(`verdict_${verdict}`)),
    element("td", {}, pages.length ? pages.join(", ") : "–"),
    element(
      "td",
      { class: "number" },
      reading.characters ? `${(100 * share).toLocaleString(locale, { maximumFractionDigits: 1 })} %` : "–",
    ),
    element("td", { class: "number" }, number(reading.low_confidence || 0)),
    element(
      "td",
      {},
      remarks.filter(Boolean).map((remark) => element("div", {}, remark)),
    ),
  );
}
