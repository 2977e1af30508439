/* The description follows while somebody types: the page is asked for anew and what was drawn up is taken out of it.

   Without this module the buttons of the form do the same. Nothing but the result is replaced, so that the form keeps
   the focus; the address in the browser's bar becomes that of the description. */

import { showCopyButtons } from "./copy-text.js";

const PAUSE = 350; // milliseconds without a key before the server is asked
const LONGEST = 3500; // bytes of an address, as the server has it

const form = document.querySelector("#posting");
const status = document.createElement("p");
let timer;
let asking;

function said() {
  const fields = [...new FormData(form)].filter(([, value]) => value !== "");
  return new URLSearchParams(fields);
}

async function draw() {
  asking?.abort();
  asking = new AbortController();
  const parameters = said();
  const address = `${form.action}?${parameters}`;
  const long = address.length > LONGEST;
  const request = long ? fetch(form.action, { method: "POST", body: parameters, signal: asking.signal })
                       : fetch(address, { signal: asking.signal });
  try {
    const answer = await request;
    if (!answer.ok) throw new Error(answer.statusText);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch (error) {
    if (error.name !== "AbortError") status.textContent = "The description could not be brought up to date.";
  }
}

function show(page) {
  const drawn = page.querySelector("#drawn");
  if (!drawn) return;
  const shown = document.querySelector("#drawn");
  for (const open of shown.querySelectorAll("details[open][id]")) {
    drawn.querySelector(`#${open.id}`)?.setAttribute("open", "");
  }
  shown.replaceWith(drawn);
  document.querySelector("#checks").replaceWith(page.querySelector("#checks"));
  showCopyButtons(drawn);
  const address = drawn.querySelector("#address")?.value;
  if (address) history.replaceState(null, "", address);
  status.textContent = "The description is up to date.";
}

function wait() {
  status.textContent = "";
  clearTimeout(timer);
  timer = setTimeout(draw, PAUSE);
}

status.className = "visually-hidden";
status.setAttribute("role", "status");
form.append(status);
form.addEventListener("input", wait);
