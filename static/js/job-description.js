/* Updates the job ad while the recruiter types, and adds buttons that move the lines of a list.

   Each update sends the form, and takes from the page in answer the ad, the check, and what stands beside each field.
   The controls themselves stay, so the form keeps the focus; the browser's address bar shows the link of the ad.
   Without JavaScript the buttons of the form do the same, and lines are moved as text. */

import { showCopyButtons } from "./copy-text.js";
import { followTyping, replacePart, showErrors } from "./follow-typing.js";

const form = document.querySelector("#posting");
const status = document.querySelector("#posting-status");

const schedule = followTyping(form, status, (page) => {
  const answered = page.querySelector("#posting");
  const result = replacePart(page, "ad");
  replacePart(page, "checks");
  showCopyButtons(result);
  for (const control of form.querySelectorAll(".form__text [name]")) showText(control, answered.elements[control.name]);
  for (const button of form.querySelectorAll("button[name=reset]")) {
    button.hidden = answered.querySelector(`button[name=reset][value=${button.value}]`).hidden;
  }
  const hasErrors = showErrors(form, answered);
  const address = result.querySelector("#address")?.value;
  if (address) history.replaceState(null, "", address);
  status.textContent = hasErrors ? status.dataset.wrong : status.dataset.current;
});

/* Shows the text that another level or country has in a field that was not changed. */
function showText(control, answered) {
  if (answered.closest && control !== document.activeElement && control.value !== answered.value) {
    control.value = answered.value;
  }
}

// Lines

function addLineTools(field) {
  const tools = document.querySelector("#line-tools").content.firstElementChild.cloneNode(true);
  for (const button of tools.querySelectorAll("[data-to]")) {
    if (button.dataset.to !== field.dataset.movesTo) button.remove();
  }
  tools.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) changeLine(field, button.dataset);
  });
  field.after(tools);
}

/* Changes the line with the cursor, which stays in it. */
function changeLine(field, { line: action, to }) {
  const lines = field.value.split("\n");
  const at = field.value.slice(0, field.selectionStart).split("\n").length - 1;
  const next = { up: at - 1, down: at + 1 }[action] ?? at;
  if (next < 0 || next >= lines.length) return;
  const [line] = lines.splice(at, 1);
  if (action === "move") {
    const other = form.elements[to];
    other.value = [...other.value.split("\n").filter(Boolean), line].join("\n");
  } else if (action !== "drop") {
    lines.splice(next, 0, line);
  }
  field.value = lines.join("\n");
  const start = lines.slice(0, next).join("\n").length + (next ? 1 : 0);
  field.setSelectionRange(start, start + (lines[next] ?? "").length);
  field.focus();
  schedule();
}

for (const field of form.querySelectorAll("[data-lines]")) addLineTools(field);
