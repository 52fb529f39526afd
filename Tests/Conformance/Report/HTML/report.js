"use strict";
// Finds promises and checks by words and verdicts, and copies command lines. The page is whole without it.
const filter = document.getElementById("filter");
const words = document.getElementById("words");
const rows = [...document.querySelectorAll(".filtered .row")];
const texts = new Map(rows.map((row) => [row, (row.dataset.words ?? row.textContent).toLowerCase()]));

function apply() {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  const states = new Set([...filter.querySelectorAll(":checked")].map((box) => box.value));
  let promises = 0;
  let checks = 0;
  for (const row of rows) {
    const fits = states.has(row.dataset.state) && wanted.every((word) => texts.get(row).includes(word));
    row.hidden = !fits;
    if (fits && row.closest("#promises")) promises += 1;
    if (fits && row.closest("#checks")) checks += 1;
  }
  const isNarrowed = wanted.length > 0 || states.size < filter.querySelectorAll("input[type=checkbox]").length;
  for (const group of document.querySelectorAll("#checks .group")) {
    group.hidden = !group.querySelector(".row:not([hidden])");
    group.open = isNarrowed && !group.hidden && checks <= 200;
  }
  document.getElementById("found").textContent = isNarrowed ? `${promises} promises, ${checks} checks` : "";
}

filter.hidden = false;
filter.addEventListener("input", apply);
filter.addEventListener("submit", (event) => event.preventDefault());

// Browsers keep what was typed over a reload.
apply();

for (const button of document.querySelectorAll(".copy")) {
  const command = button.previousElementSibling;
  button.hidden = false;
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(command.textContent);
    } catch {
      // A page that was opened as a file may not write there; selecting leaves one key to press.
      const range = document.createRange();
      range.selectNodeContents(command);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      if (!document.execCommand("copy")) return;
    }
    button.textContent = "Copied";
    setTimeout(() => { button.textContent = "Copy"; }, 1500);
  });
}

// A link into a folded violation unfolds it.
function unfold() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target instanceof HTMLDetailsElement) target.open = true;
}
addEventListener("hashchange", unfold);
unfold();

// What is printed is unfolded, and folded again afterwards.
let folded = [];
addEventListener("beforeprint", () => {
  folded = [...document.querySelectorAll("#violations details:not([open])")];
  for (const details of folded) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of folded) details.open = false;
});
