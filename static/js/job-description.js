/* Updates the job description while the recruiter types: requests the page again and replaces the result.

   Without JavaScript the buttons of the form do the same. The form itself is not replaced, so it keeps the focus; the
   browser's address bar shows the address of the description. */

import { showCopyButtons } from "./copy-text.js";

const PAUSE = 350; // milliseconds without input before a request
const LONGEST = 3500; // bytes of an address, the same as on the server

const form = document.querySelector("#posting");
const status = document.createElement("p");
let timer;
let controller;

function filledFields() {
  const fields = [...new FormData(form)].filter(([, value]) => value !== "");
  return new URLSearchParams(fields);
}

async function update() {
  controller?.abort();
  controller = new AbortController();
  const parameters = filledFields();
  const address = `${form.action}?${parameters}`;
  const isTooLong = address.length > LONGEST;
  const request = isTooLong ? fetch(form.action, { method: "POST", body: parameters, signal: controller.signal })
                            : fetch(address, { signal: controller.signal });
  try {
    const answer = await request;
    if (!answer.ok) throw new Error(answer.statusText);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch (error) {
    if (error.name !== "AbortError") status.textContent = "The description could not be brought up to date.";
  }
}

function show(page) {
  const result = page.querySelector("#drawn");
  if (!result) return;
  const current = document.querySelector("#drawn");
  for (const open of current.querySelectorAll("details[open][id]")) {
    result.querySelector(`#${open.id}`)?.setAttribute("open", "");
  }
  current.replaceWith(result);
  document.querySelector("#checks").replaceWith(page.querySelector("#checks"));
  showCopyButtons(result);
  const address = result.querySelector("#address")?.value;
  if (address) history.replaceState(null, "", address);
  status.textContent = "The description is up to date.";
}

function schedule() {
  status.textContent = "";
  clearTimeout(timer);
  timer = setTimeout(update, PAUSE);
}

status.className = "visually-hidden";
status.setAttribute("role", "status");
form.append(status);
form.addEventListener("input", schedule);
