/* Sends a form after a pause in typing, and shows parts of the page in answer beside it.

   The controls themselves stay, so the form keeps the focus. Each update ends the one before it. Without JavaScript the
   buttons of the form do the same. */

const PAUSE = 400; // milliseconds without input before a request

/* Calls `show` with the page in answer whenever the form changed; returns a function that schedules an update.
   `status` has the words for a failed update in `data-failed`. */
export function followTyping(form, status, show) {
  let timer;
  let controller;

  async function update() {
    controller?.abort();
    controller = new AbortController();
    const data = new FormData(form);
    for (const control of form.elements) {
      if (control.type === "file") data.delete(control.name);
    }
    try {
      const answer = await fetch(form.action, { method: "POST", body: data, signal: controller.signal });
      if (!answer.ok) throw new Error(answer.statusText);
      show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    } catch (error) {
      if (error.name !== "AbortError") status.textContent = status.dataset.failed;
    }
  }

  function schedule() {
    status.textContent = "";
    clearTimeout(timer);
    timer = setTimeout(update, PAUSE);
  }

  form.addEventListener("input", schedule);
  return schedule;
}

/* Replaces the element with this id by the one of the page in answer; what is unfolded stays so. */
export function replacePart(page, id) {
  const current = document.getElementById(id);
  const answered = page.getElementById(id);
  for (const open of current.querySelectorAll("details[open][id]")) {
    answered.querySelector(`#${open.id}`)?.setAttribute("open", "");
  }
  current.replaceWith(answered);
  return answered;
}

/* Shows the errors of the answered form at the fields and in the list above them; returns whether there are any. */
export function showErrors(form, answered) {
  for (const control of form.querySelectorAll(".field [name]")) {
    const other = answered.elements[control.name];
    if (other?.closest) showErrorsOf(control, other);
  }
  const errors = answered.querySelector(".form__mistakes ul");
  const listed = form.querySelector(".form__mistakes");
  if (errors) listed?.querySelector("ul").replaceWith(errors);
  else listed?.remove();
  return Boolean(errors);
}

function showErrorsOf(control, answered) {
  const field = control.closest(".field");
  const errors = answered.closest(".field").querySelector(".errorlist");
  field.querySelector(".errorlist")?.remove();
  if (errors) control.before(errors);
  field.classList.toggle("field--wrong", Boolean(errors));
  for (const name of ["aria-invalid", "aria-describedby"]) {
    if (answered.hasAttribute(name)) control.setAttribute(name, answered.getAttribute(name));
    else control.removeAttribute(name);
  }
}
