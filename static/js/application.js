/* Shows the resume or letter while somebody types it: the parts of the page marked `data-live`. */

import { showCopyButtons } from "./copy-text.js";
import { followTyping, replacePart, showErrors } from "./follow-typing.js";

const form = document.querySelector("#builder");
const status = document.querySelector("#builder-status");

followTyping(form, status, (page) => {
  for (const part of document.querySelectorAll("[data-live]")) showCopyButtons(replacePart(page, part.id));
  const hasErrors = showErrors(form, page.querySelector("#builder"));
  status.textContent = hasErrors ? status.dataset.wrong : status.dataset.current;
});
