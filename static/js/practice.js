/* Interview practice: chosen questions one at a time, with a timer, recordings, notes and a check against the plan.

   Without JavaScript the page lists all questions. `practice-store.js` keeps notes and progress in the browser. */

import { Card } from "./practice-card.js";
import { drawn } from "./practice-selection.js";
import { Store } from "./practice-store.js";

class Practice {
  constructor(box) {
    this.box = box;
    this.questions = [...document.querySelectorAll(".interview__question")];
    this.store = new Store(box.dataset.slug, this.questions);
    this.card = new Card(this.part("card"), this.store, (question) => this.showNote(question));
    this.setup = this.part("setup");
    this.setup.addEventListener("submit", (event) => this.start(event));
    this.setup.addEventListener("change", () => this.showReady());
    this.part("card").addEventListener("close", () => this.showStored());
    box.addEventListener("click", (event) => this[event.target.closest("[data-do]")?.dataset.do]?.(event));
    this.showStored();
    this.showReady();
    box.hidden = this.questions.length === 0;
  }

  part(name) {
    return this.box.querySelector(`[data-part="${name}"]`);
  }

  get chosen() {
    const kinds = new FormData(this.setup).getAll("kind");
    return this.questions.filter((question) => kinds.includes(question.closest("[data-kind]").dataset.kind));
  }

  start(event) {
    event.preventDefault();
    const { number, order } = Object.fromEntries(new FormData(this.setup));
    this.card.open(drawn(this.chosen, order, Number(number), this.store));
  }

  showReady() {
    this.setup.querySelector("[type=submit]").disabled = this.chosen.length === 0;
  }

  showStored() {
    this.questions.forEach((question) => this.showNote(question));
    const practiced = this.questions.filter((question) => this.store.get(question.id).done).length;
    this.part("progress").textContent = practiced ? `You practiced ${practiced} of ${this.questions.length} questions.` : "";
    this.box.querySelector('[data-do="askAll"]').hidden = this.store.isEmpty;
    this.showGone();
  }

  showNote(question) {
    let note = question.querySelector(".interview__note");
    const text = this.store.get(question.id).note;
    if (!note && text) {
      note = document.createElement("p");
      note.className = "interview__note";
      question.append(note);
    }
    if (note) note.textContent = text;
    if (note) note.hidden = !text;
  }

  showGone() {
    const notes = this.store.gone.map(([id, entry]) => {
      const row = this.part("gone-note").content.cloneNode(true).firstElementChild;
      row.querySelector(".practice__gone-question").textContent = entry.question || "A question of an earlier version of this page";
      row.querySelector(".interview__note").textContent = entry.note;
      row.querySelector("button").value = id;
      return row;
    });
    this.part("gone-notes").replaceChildren(...notes);
    this.part("gone").hidden = notes.length === 0;
  }

  askAll() {
    this.ask("Delete all your notes and your progress for this guide?", () => this.store.clear());
  }

  askOne(event) {
    this.ask("Delete this note?", () => this.store.delete(event.target.value));
  }

  ask(words, action) {
    this.part("confirm-words").textContent = words;
    this.action = action;
    this.part("confirm").showModal();
  }

  confirmed() {
    this.action();
    this.part("confirm").close();
    this.showStored();
    this.part("progress").textContent = "Deleted.";
    this.setup.querySelector("[type=submit]").focus();
  }

  unconfirmed() {
    this.part("confirm").close();
  }
}

for (const box of document.querySelectorAll(".practice")) {
  new Practice(box);
}
