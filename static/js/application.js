/* Shows the resume or letter while somebody types it. */

import { showCopyButtons } from "./copy-text.js";
import { followTyping, replacePart, showErrors } from "./follow-typing.js";

const form = document.querySelector("#builder");
const status = document.querySelector("#builder-status");

followTyping(form, status, (page) => {
  showCopyButtons(replacePart(page, "own-result"));
  const hasErrors = showErrors(form, page.querySelector("#builder"));
  status.textContent = hasErrors ? status.dataset.wrong : status.dataset.current;
});
