// Quicker with script, whole without: say that work is going on, and bring the first fault into view.
"use strict";
const faults = document.getElementById("fouten");
if (faults) faults.focus();
// On paper nothing can be opened.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
const busy = document.getElementById("bezig");
const keepsThePage = (form) => ["/download", "/casus", "/agenda"].some((end) => form.action.endsWith(end));
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    if (keepsThePage(form)) return;
    if (form.dataset.sent) { event.preventDefault(); return; } // a second click would ask for the same work again
    form.dataset.sent = "yes";
    const button = event.submitter || form.querySelector("button");
    if (button) button.setAttribute("aria-busy", "true");
    busy.textContent = form.querySelector("input[type=file]")
      ? "Even geduld. Een groot bestand lezen duurt soms een halve minuut."
      : "Even geduld.";
  });
}
// Who goes back finds the page as it was, not busy.
addEventListener("pageshow", () => {
  busy.textContent = "";
  for (const form of document.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  for (const button of document.querySelectorAll("[aria-busy]")) button.removeAttribute("aria-busy");
});
// While a form is filled in: how much is told, and what the rest counts as. Empty is never shown as normal by itself.
const stand = document.getElementById("stand");
const isTold = (part) => [...part.querySelectorAll("[name^='fml-']")].map((field) => (field.type === "checkbox" ? field.checked && field.value : field.value)).filter(Boolean);
function tell() {
  const form = stand.closest("form");
  const sum = { items: 0, other: 0, normal: 0 };
  for (const part of form.querySelectorAll("details.rubriek")) {
    const items = [...part.querySelectorAll("fieldset.item, p.field:has(> [name^='fml-'])")];
    const told = items.map(isTold).filter((values) => values.length);
    const normal = told.filter((values) => values.every((value) => value === "0")).length;
    part.querySelector(".told").textContent = `(${told.length} van ${items.length} ingevuld)`;
    sum.items += items.length; sum.normal += normal; sum.other += told.length - normal;
  }
  const open = sum.items - sum.other - sum.normal;
  const rest = form.elements.volledig.value === "deviations_only" && form.elements.bevestigd.checked
    ? "dat telt als normaal, want u bevestigt dat" : "dat is onbekend";
  stand.textContent = `Anders dan normaal: ${sum.other}. Normaal: ${sum.normal}. Niet ingevuld: ${open}, ${rest}.`;
}
if (stand) {
  stand.closest("form").addEventListener("change", tell);
  tell();
}
