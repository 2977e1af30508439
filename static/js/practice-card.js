/* The card of practice: shows one question at a time, and after an answer what it is checked against. */

import { Recorder } from "./practice-recorder.js";
import { Timer } from "./practice-timer.js";

export class Card {
  /* `changed` is called with a question when its note changes. */
  constructor(dialog, store, changed) {
    Object.assign(this, { dialog, store, changed });
    const part = (name) => this.part(name);
    const announce = (message) => this.announce(message);
    this.timer = new Timer(part, announce);
    this.recorder = new Recorder(part, announce);
    dialog.addEventListener("click", (event) => this[event.target.closest("[data-do]")?.dataset.do]?.());
    dialog.addEventListener("close", () => this.leave());
    this.part("note").addEventListener("input", () => this.saveNote());
    this.part("points").addEventListener("change", () => this.savePoints());
  }

  part(name) {
    return this.dialog.querySelector(`[data-part="${name}"]`);
  }

  button(name) {
    return this.dialog.querySelector(`[data-do="${name}"]`);
  }

  get question() {
    return this.questions[this.index];
  }

  get entry() {
    return this.store.get(this.question.id);
  }

  open(questions) {
    this.questions = questions;
    this.index = 0;
    this.dialog.showModal();
    this.show();
  }

  stop() {
    this.dialog.close();
  }

  before() {
    this.index -= 1;
    this.show();
  }

  next() {
    if (this.index === this.questions.length - 1) {
      this.stop();
      return;
    }
    this.index += 1;
    this.show();
  }

  leave() {
    this.timer.reset();
    this.recorder.leave();
    this.announce("");
  }

  show() {
    this.leave();
    const kind = this.question.closest("[data-kind]").querySelector("h2").textContent;
    this.part("place").textContent = `${this.index + 1} of ${this.questions.length} · ${kind}`;
    this.part("asks").textContent = this.question.querySelector("h3").textContent;
    this.part("note").value = this.entry.note;
    this.part("answer").hidden = true;
    this.button("check").hidden = false;
    this.button("before").disabled = this.index === 0;
    this.button("next").textContent = this.index === this.questions.length - 1 ? "Finish" : "Next";
    this.recorder.show(this.question.id);
    this.part("middle").scrollTop = 0;
    this.part("asks").focus();
  }

  check() {
    this.timer.reset();
    this.recorder.stop();
    this.part("looks-for").replaceChildren(...this.copies(".interview__looks-for"));
    this.part("sample").replaceChildren(...this.copies(".interview__sample"));
    this.showPoints();
    this.keep({ done: true });
    this.button("check").hidden = true;
    this.part("answer").hidden = false;
    this.part("answer").scrollIntoView();
    this.part("answer").querySelector("h4").focus({ preventScroll: true });
  }

  copies(selector) {
    return [...this.question.querySelectorAll(selector)].map((element) => element.cloneNode(true));
  }

  /* The points of the plan, each with a box to tick, below what leads to them; without points, its paragraphs. */
  showPoints() {
    const plan = this.question.querySelector(".interview__plan .prose");
    const all = [...(plan?.querySelectorAll("p, li") ?? [])].filter((element) => !element.querySelector("p"));
    const items = all.filter((element) => element.closest(".prose li"));
    const points = items.length ? items : all;
    const lead = all.filter((element) => !points.includes(element)).map((element) => element.cloneNode(true));
    const boxes = points.map((element, place) => this.box(element.textContent.trim(), place));
    this.part("points").replaceChildren(this.part("points").querySelector("legend"), ...lead, ...boxes);
    this.part("points").hidden = all.length === 0;
  }

  box(text, place) {
    const box = document.createElement("div");
    const input = document.createElement("input");
    const label = document.createElement("label");
    box.className = "field field--check";
    Object.assign(input, { type: "checkbox", id: `practice-point-${place}`, value: text });
    input.checked = this.entry.covered.includes(text);
    label.htmlFor = input.id;
    label.textContent = text;
    box.append(input, label);
    return box;
  }

  savePoints() {
    this.keep({ covered: [...this.part("points").querySelectorAll(":checked")].map((input) => input.value) });
  }

  saveNote() {
    this.keep({ note: this.part("note").value });
    this.changed(this.question);
  }

  keep(changes) {
    if (!this.store.update(this.question.id, changes)) {
      this.announce("This browser keeps no notes: they last until you leave the page.");
    }
  }

  announce(message) {
    this.part("status").textContent = message;
  }
}
