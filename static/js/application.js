/* Shows the resume or letter while somebody types it. */

import { showCopyButtons } from "./copy-text.js";
import { followTyping, replacePart, showErrors } from "./follow-typing.js";

const form = document.querySelector("#builder");
const status = document.querySelector("#builder-status");

const schedule = followTyping(form, status, (page) => {
  showCopyButtons(replacePart(page, "own-result"));
  const hasErrors = showErrors(form, page.querySelector("#builder"));
  status.textContent = hasErrors ? status.dataset.wrong : status.dataset.current;
});

// Choices beside the result belong to the form but stand outside of it.
document.addEventListener("input", (event) => {
  if (event.target.form === form && !form.contains(event.target)) schedule();
});
