/* Updates the job ad while the recruiter types, and adds buttons that move the lines of a list.

   Each update sends the form, and takes from the page in answer the ad, the check, and what stands beside each field.
   The controls themselves stay, so the form keeps the focus; the browser's address bar shows the link of the ad.
   Without JavaScript the buttons of the form do the same, and lines are moved as text. */

import { showCopyButtons } from "./copy-text.js";

const PAUSE = 350; // milliseconds without input before a request

const form = document.querySelector("#posting");
const status = document.querySelector("#posting-status");
let timer;
let controller;

async function update() {
  controller?.abort();
  controller = new AbortController();
  const body = new URLSearchParams(new FormData(form));
  try {
    const answer = await fetch(form.action, { method: "POST", body, signal: controller.signal });
    if (!answer.ok) throw new Error(answer.statusText);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch (error) {
    if (error.name !== "AbortError") status.textContent = status.dataset.failed;
  }
}

function show(page) {
  const result = page.querySelector("#ad");
  const answered = page.querySelector("#posting");
  if (!result || !answered) throw new Error("The answer has no ad.");
  const current = document.querySelector("#ad");
  for (const open of current.querySelectorAll("details[open][id]")) {
    result.querySelector(`#${open.id}`)?.setAttribute("open", "");
  }
  current.replaceWith(result);
  document.querySelector("#checks").replaceWith(page.querySelector("#checks"));
  showCopyButtons(result);
  for (const control of form.querySelectorAll(".field [name]")) showField(control, answered.elements[control.name]);
  for (const button of form.querySelectorAll("button[name=reset]")) {
    button.hidden = answered.querySelector(`button[name=reset][value=${button.value}]`).hidden;
  }
  const mistakes = answered.querySelector(".form__mistakes ul");
  const listed = form.querySelector(".form__mistakes");
  if (mistakes) listed?.querySelector("ul").replaceWith(mistakes);
  else listed?.remove();
  const address = result.querySelector("#address")?.value;
  if (address) history.replaceState(null, "", address);
  status.textContent = mistakes ? status.dataset.wrong : status.dataset.current;
}

/* Shows the mistakes of a field, and the text that another level or country has in a field that was not changed. */
function showField(control, answered) {
  const field = control.closest(".field");
  const errors = answered.closest(".field").querySelector(".errorlist");
  field.querySelector(".errorlist")?.remove();
  if (errors) control.before(errors);
  field.classList.toggle("field--wrong", Boolean(errors));
  for (const name of ["aria-invalid", "aria-describedby"]) {
    if (answered.hasAttribute(name)) control.setAttribute(name, answered.getAttribute(name));
    else control.removeAttribute(name);
  }
  if (control.closest(".form__text") && control !== document.activeElement && control.value !== answered.value) {
    control.value = answered.value;
  }
}

function schedule() {
  status.textContent = "";
  clearTimeout(timer);
  timer = setTimeout(update, PAUSE);
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

form.addEventListener("input", schedule);
for (const field of form.querySelectorAll("[data-lines]")) addLineTools(field);
