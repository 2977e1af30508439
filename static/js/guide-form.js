/* The form of a guide: moves, titles and announces rows, opens hidden targets of links, runs the check without a page
   load, and warns about unsaved changes.
   Without JavaScript the field "Place" orders the rows, and the check reloads the page. */

const form = document.querySelector("#role_form");
const status = document.querySelector("#form-news");
const announce = (message) => { status.textContent = message; };

// Rows

const rowsOf = (parts) => [...parts.querySelectorAll(".part-row:not(.empty-form)")];
const titleOf = (row) => row.querySelector(".part-row__title").textContent;

function renumber(parts) {
  rowsOf(parts).forEach((row, index) => { row.querySelector("input.place").value = index + 1; });
}

function announcePlace(row) {
  const rows = rowsOf(row.closest(".parts"));
  announce(`“${titleOf(row)}” is now ${rows.indexOf(row) + 1} of ${rows.length}.`);
}

/** Move a row by moving its neighbor, so that the row keeps the focus. */
function move(row, direction) {
  const rows = rowsOf(row.closest(".parts"));
  const neighbor = rows[rows.indexOf(row) + (direction === "up" ? -1 : 1)];
  if (!neighbor) {
    announce(`“${titleOf(row)}” is already ${direction === "up" ? "first" : "last"}.`);
    return;
  }
  if (direction === "up") row.after(neighbor);
  else row.before(neighbor);
  renumber(row.closest(".parts"));
  announcePlace(row);
}

function textOf(field) {
  if (field.tagName === "SELECT") return field.value ? field.selectedOptions[0]?.textContent ?? "" : "";
  return field.value.trim();
}

function updateTitle(row) {
  const names = row.closest(".parts").dataset.titleFields.split(" ");
  const fields = names.map((name) => row.querySelector(`[name$="-${name}"]`)).filter(Boolean);
  const text = fields.map(textOf).filter(Boolean).join(" · ");
  const words = text.split(/\s+/);
  if (text) row.querySelector(".part-row__title").textContent = words.slice(0, 16).join(" ") + (words.length > 16 ? " …" : "");
}

form.classList.add("has-part-tools");

form.addEventListener("click", (event) => {
  const button = event.target.closest(".part-row__move");
  if (button) move(button.closest(".part-row"), button.dataset.move);
});

form.addEventListener("change", (event) => {
  if (!event.target.matches(".part-row__delete input")) return;
  const row = event.target.closest(".part-row");
  announce(`“${titleOf(row)}” ${event.target.checked ? "will be deleted when you save" : "will be kept"}.`);
});

// Select2 fires its events on jQuery only.
django.jQuery(form).on("input change", ".part-row__fields :input", (event) => updateTitle(event.target.closest(".part-row")));

document.addEventListener("formset:added", (event) => {
  const row = event.target;
  if (!row.matches(".part-row")) return;
  const parts = row.closest(".parts");
  const index = row.id.slice(row.id.lastIndexOf("-") + 1);
  for (const described of row.querySelectorAll("[aria-describedby]")) {
    const ids = described.getAttribute("aria-describedby");
    described.setAttribute("aria-describedby", ids.replaceAll("__prefix__", index));
  }
  row.querySelector(".part-row__fields").open = true;
  parts.querySelector(".parts__count").textContent = rowsOf(parts).length;
  row.querySelector(".part-row__fields .form-row:not(.field-place) :is(input, select, textarea)")?.focus();
  announce(`Row ${rowsOf(parts).length} added.`);
});

// Dragging: the other rows move, because the dragged row would lose the pointer capture

let dragged = null;

form.addEventListener("pointerdown", (event) => {
  const handle = event.target.closest(".part-row__handle");
  if (!handle || event.button !== 0) return;
  event.preventDefault();
  handle.setPointerCapture(event.pointerId);
  dragged = handle.closest(".part-row");
  dragged.classList.add("part-row--dragged");
});

form.addEventListener("pointermove", (event) => {
  if (!dragged) return;
  const over = document.elementFromPoint(event.clientX, event.clientY)?.closest(".part-row:not(.empty-form)");
  if (!over || over === dragged || over.closest(".parts") !== dragged.closest(".parts")) return;
  const box = over.getBoundingClientRect();
  const isLowerHalf = event.clientY > box.top + box.height / 2;
  const rows = rowsOf(dragged.closest(".parts"));
  const [from, to] = [rows.indexOf(dragged), rows.indexOf(over)];
  if (to > from && isLowerHalf) dragged.before(...rows.slice(from + 1, to + 1));
  if (to < from && !isLowerHalf) dragged.after(...rows.slice(to, from));
});

for (const end of ["pointerup", "pointercancel"]) {
  form.addEventListener(end, () => {
    if (!dragged) return;
    dragged.classList.remove("part-row--dragged");
    renumber(dragged.closest(".parts"));
    announcePlace(dragged);
    dragged = null;
  });
}

// Links into the form

/** Open the details around an element and focus it. */
function reveal(id) {
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let details = target.closest("details"); details; details = details.parentElement.closest("details")) {
    details.open = true;
  }
  const control = target.matches(".select2-hidden-accessible")
    ? target.parentElement.querySelector(".select2-selection")
    : target.matches(".parts") ? target.querySelector(".parts__heading") : target;
  control.scrollIntoView({ block: "center" });
  control.focus({ preventScroll: true });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest('.checks a[href^="#"], .mistakes a[href^="#"], .guide-form__jump a');
  if (!link) return;
  event.preventDefault();
  reveal(link.hash.slice(1));
});

addEventListener("load", () => reveal(location.hash.slice(1)));

// Check in place; if the form has errors, load the page that shows them.

async function check(button) {
  button.disabled = true;
  announce("Checking …");
  const body = new FormData(form);
  body.set(button.name, button.value);
  try {
    const answer = await fetch(location.href, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const checks = page.querySelector("#checks");
    if (!answer.ok || !checks || page.querySelector("#role_form > div > .errornote")) throw new Error("needs a page load");
    const jump = page.querySelector(".guide-form__jump");
    document.querySelector("#checks").replaceWith(checks);
    document.querySelector(".guide-form__jump").replaceWith(jump);
    checks.querySelector(".checks__again").focus();
    announce(`Checked: ${jump.textContent.trim()}.`);
  } catch {
    button.disabled = false;
    form.dataset.checkAsPage = "yes";
    form.requestSubmit(button);
  }
}

form.addEventListener("submit", (event) => {
  if (!event.submitter?.matches(".checks__again") || form.dataset.checkAsPage) return;
  event.preventDefault();
  check(event.submitter);
});

// Open rows stay open if the form is shown again.

form.addEventListener("submit", () => {
  const open = form.querySelectorAll(".part-row:not(.empty-form) > .part-row__fields[open]");
  form.elements.open_rows.value = [...open].map((details) => details.parentElement.id).join(" ");
  form.elements.open_rows.disabled = false;
});

// Leaving the page with unsaved changes

/** Return what was typed: everything but the token and the open rows. */
function contentOf(element) {
  const data = new FormData(element);
  for (const name of ["csrfmiddlewaretoken", "open_rows"]) data.delete(name);
  return new URLSearchParams(data).toString();
}

/** Return the content of the form as the server sent it. */
function originalContent() {
  const copy = form.cloneNode(true);
  copy.reset();
  return contentOf(copy);
}

const saved = form.querySelector(".errornote") ? null : originalContent();
let isSubmitted = false;

form.addEventListener("submit", (event) => { isSubmitted = !event.defaultPrevented; });

addEventListener("beforeunload", (event) => {
  if (!isSubmitted && contentOf(form) !== saved) event.preventDefault();
});
