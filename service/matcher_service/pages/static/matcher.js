// Quicker with script, whole without: say that work is going on, and bring the first fault into view.
"use strict";
const faults = document.getElementById("fouten");
if (faults) faults.focus();
// On paper nothing can be opened.
addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((part) => { part.open = true; }));
for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", () => {
    const button = form.querySelector("button");
    if (button && !form.action.includes("/download") && !form.action.endsWith("/casus") && !form.action.endsWith("/agenda")) {
      button.setAttribute("aria-busy", "true");
      button.textContent = "Even geduld...";
    }
  });
}
