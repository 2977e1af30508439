/* Interview practice: one question at a time, with an optional timer and notes.

   Without JavaScript the page lists all questions. The browser stores the notes per guide by the keys of the questions;
   without storage they last until the reader leaves the page. */

const formatTime = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

class Notes {
  constructor(slug) {
    this.name = `interview:${slug}`;
    try {
      this.stored = { ...JSON.parse(localStorage.getItem(this.name)) };
    } catch {
      this.stored = {}; // no access, or invalid data
    }
  }

  get(key) {
    return typeof this.stored[key] === "string" ? this.stored[key] : "";
  }

  set(key, text) {
    this.stored[key] = text;
    if (!text) delete this.stored[key];
    try {
      if (this.isEmpty) localStorage.removeItem(this.name);
      else localStorage.setItem(this.name, JSON.stringify(this.stored));
    } catch {
      return false;
    }
    return true;
  }

  get isEmpty() {
    return Object.keys(this.stored).length === 0;
  }
}

class Practice {
  constructor(box) {
    this.box = box;
    this.questions = [...document.querySelectorAll("[data-key]")];
    this.notes = new Notes(box.dataset.slug);
    this.index = 0;
    this.questions.forEach((question) => this.showNote(question));
    this.showForget();
    box.addEventListener("click", (event) => this[event.target.closest("[data-do]")?.dataset.do]?.());
    this.part("note").addEventListener("input", () => this.save());
    this.part("time").addEventListener("change", () => this.reset());
    box.hidden = this.questions.length === 0;
  }

  part(name) {
    return this.box.querySelector(`[data-part="${name}"]`);
  }

  button(name) {
    return this.box.querySelector(`[data-do="${name}"]`);
  }

  get question() {
    return this.questions[this.index];
  }

  get method() {
    return this.question.closest(".interview").querySelector(".interview__method");
  }

  start() {
    this.part("start").hidden = true;
    this.part("card").hidden = false;
    this.show();
  }

  stop() {
    this.reset();
    this.part("card").hidden = true;
    this.part("start").hidden = false;
    this.showForget();
    this.button("start").focus();
  }

  before() {
    this.index -= 1;
    this.show();
  }

  next() {
    this.index += 1;
    this.show();
  }

  show() {
    this.reset();
    this.part("place").textContent = `Question ${this.index + 1} of ${this.questions.length}`;
    this.part("asks").textContent = this.question.querySelector("h3").textContent;
    this.part("note").value = this.notes.get(this.question.dataset.key);
    this.part("tests").textContent = this.question.querySelector(".interview__tests").textContent;
    this.part("method").replaceChildren(this.method.querySelector("ol").cloneNode(true));
    this.part("help").open = false;
    this.button("before").disabled = this.index === 0;
    this.button("next").disabled = this.index === this.questions.length - 1;
    this.part("asks").focus();
  }

  save() {
    if (!this.notes.set(this.question.dataset.key, this.part("note").value)) {
      this.announce("This browser keeps no notes: they last until you leave the page.");
    }
    this.showNote(this.question);
  }

  showNote(question) {
    let note = question.querySelector(".interview__note");
    const text = this.notes.get(question.dataset.key);
    if (!note && text) {
      note = document.createElement("p");
      note.className = "interview__note";
      question.append(note);
    }
    if (note) note.textContent = text;
    if (note) note.hidden = !text;
  }

  forget() {
    for (const question of this.questions) {
      this.notes.set(question.dataset.key, "");
      this.showNote(question);
    }
    for (const key of Object.keys(this.notes.stored)) this.notes.set(key, ""); // of removed questions
    this.showForget();
    this.button("start").focus();
    this.announce("Your notes are deleted.");
  }

  showForget() {
    this.button("forget").hidden = this.notes.isEmpty;
  }

  clock() {
    if (this.interval) {
      this.reset();
      return;
    }
    const end = Date.now() + Number(this.part("time").value) * 1000;
    this.button("clock").textContent = "Stop the clock";
    this.tick(end);
    this.interval = setInterval(() => this.tick(end), 250);
  }

  tick(end) {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    this.part("clock").textContent = formatTime(left);
    if (left > 0) return;
    this.reset();
    this.announce("The time is over.");
    this.part("clock").textContent = "The time is over.";
  }

  reset() {
    clearInterval(this.interval);
    this.interval = null;
    this.button("clock").textContent = "Start the clock";
    this.part("clock").textContent = formatTime(Number(this.part("time").value));
  }

  announce(message) {
    this.part("status").textContent = message;
  }
}

for (const box of document.querySelectorAll(".practice")) {
  new Practice(box);
}
