// Corrections go to a file and come back from one.

function download() {
  const text = `${JSON.stringify(corrections(), null, 2)}\n`;
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = element("a", { href: address, download: `${data.name}.corrections.json` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

async function openFile(file) {
  let read = null;
  try {
    read = JSON.parse(await file.text());
  } catch {
    // told below
  }
  if (!isCorrections(read)) message("not_corrections", {}, "file");
  else if (!isOurs(read)) message("other_document", { name: read.document.filename }, "file");
  else {
    takeOver(read);
    message("loaded", { n: number(read.corrections.length), name: file.name }, "file");
    tell(null);
  }
}

// What was said before: what the browser kept goes before what the page was made with.
function resume() {
  const given = data.corrections && isOurs(data.corrections) ? data.corrections : null;
  const kept = stored();
  if (given) takeOver(given);
  if (kept && JSON.stringify(kept.corrections) !== JSON.stringify(corrections().corrections)) {
    said.clear();
    takeOver(kept);
    const back = element("button", { type: "button", class: "quiet", click: () => startAgain(given) }, say("discard"));
    message("resumed", { n: number(said.size) }, "resumed", back);
  } else if (given && given.corrections.length) {
    message("given", { n: number(given.corrections.length) }, "resumed");
  }
}

function startAgain(given) {
  said.clear();
  if (given) takeOver(given);
  byId("messages").replaceChildren();
  tell(null);
}

function tellOfOrphans() {
  const n = orphans().length;
  if (n) message("orphan_explained", { n: number(n) }, "orphans");
  else byId("messages").querySelector("[data-kind=orphans]")?.remove();
}
