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
