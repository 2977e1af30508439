/* Jobs to compare, chosen with the "+" of rows and the buttons of pages. The browser stores them on this device, and a
   tray at the foot of the window links to their comparison.

   A browser that stores nothing keeps the form of the list, as without JavaScript. */

import { read, write } from "./storage.js";

const NAME = "compare";
const MOST = 4; // jobs, the same as on the server

const fill = (words, values) => words.replace(/{(\w+)}/g, (_, name) => values[name]);

class Tray {
  constructor(tray) {
    this.words = tray.dataset;
    this.message = tray.querySelector("[role=status]");
    this.bar = tray.querySelector("section");
    this.list = tray.querySelector("ul");
    this.link = tray.querySelector("a");
    this.boxes = [...document.querySelectorAll("input[name=roles][form=compare]")];
    this.buttons = [...document.querySelectorAll("[data-compare]")];
    for (const box of this.boxes) {
      box.addEventListener("change", () => this.toggle({ key: box.value, title: box.dataset.title }));
    }
    for (const button of this.buttons) {
      const { compare: key, compareTitle: title } = button.dataset;
      button.addEventListener("click", () => this.toggle({ key, title }));
      button.hidden = false;
    }
    tray.querySelector("button").addEventListener("click", () => this.clear());
    addEventListener("storage", () => this.show());
    addEventListener("pageshow", () => this.show()); // also after a step back
    const form = document.getElementById("compare");
    if (form) form.hidden = true;
    this.show();
  }

  get jobs() {
    const stored = read(NAME);
    const jobs = Array.isArray(stored) ? stored : [];
    return jobs.filter((job) => typeof job?.key === "string" && typeof job.title === "string").slice(0, MOST);
  }

  toggle(job) {
    const { jobs } = this;
    const others = jobs.filter(({ key }) => key !== job.key);
    const isRemoved = others.length < jobs.length;
    if (!isRemoved && jobs.length === MOST) {
      this.show();
      this.say(fill(this.words.full, { number: MOST }), true);
      return;
    }
    const chosen = isRemoved ? others : [...jobs, job];
    write(NAME, chosen);
    this.show();
    this.say(fill(isRemoved ? this.words.removed : this.words.added, { title: job.title, number: chosen.length }));
  }

  clear() {
    write(NAME, []);
    this.show();
    document.getElementById("main").focus({ preventScroll: true });
  }

  say(words, isShown = false) {
    this.message.textContent = words;
    this.message.classList.toggle("visually-hidden", !isShown);
  }

  show() {
    const { jobs } = this;
    const keys = new Set(jobs.map(({ key }) => key));
    for (const box of this.boxes) box.checked = keys.has(box.value);
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(keys.has(button.dataset.compare)));
    this.list.replaceChildren(...jobs.map((job) => this.entry(job)));
    this.link.textContent = fill(jobs.length > 1 ? this.words.many : this.words.one, { number: jobs.length });
    this.link.href = `${this.words.address}?${new URLSearchParams(jobs.map(({ key }) => ["roles", key]))}`;
    this.bar.hidden = jobs.length === 0;
    this.say("");
  }

  entry(job) {
    const entry = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "tray__job";
    button.setAttribute("aria-label", fill(this.words.remove, job));
    button.textContent = job.title;
    button.addEventListener("click", () => {
      this.toggle(job);
      (this.bar.hidden ? document.getElementById("main") : this.link).focus({ preventScroll: true });
    });
    entry.append(button);
    return entry;
  }
}

const tray = document.getElementById("tray");
if (tray && write(NAME, read(NAME) ?? [])) new Tray(tray);
