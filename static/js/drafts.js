/* Drafts of forms in this browser's storage, off until the reader chooses them.

   A form with `data-draft="NAME"` is saved under this name while somebody types: its fields with words, without files.
   Forms with the same name share a draft; a form with `data-draft-whole` sends all of it on. To continue a draft is to
   send it to the server, which shows its rows as after any other button. `data-answered` marks a form that shows what
   was sent.

   A draft knows when it was saved. A page replaces only the draft that it shows, whose time is `seen`; where another
   page saved it later, it asks. While no draft is kept, leaving the page with unsaved words asks. */

import { namesWith, read, write } from "./storage.js";

const PAUSE = 500; // milliseconds without input before a draft is saved
const CHOICE = "drafts";
const PREFIX = "draft:";
const SENT = "draft-sent";
const NOT_STORED = new Set(["v", "rules", "with-v", "part", "do", "held-file", "held-example"]);
const NOT_TYPED = /^(example|order|ordered-for|design|paper|removed-.*)$|-rest$|_FORMS$/; // stored, but no change alone
const SENDER = ["name", "email", "phone", "street", "place"];

class Draft {
  constructor(box, form) {
    this.box = box;
    this.form = form;
    this.name = PREFIX + form.dataset.draft;
    this.isGet = form.method === "get";
    this.isAnswered = form.hasAttribute("data-answered");
    this.original = this.isRestored ? null : this.words;
    this.isLeaving = this.isContinuing = false;
    this.ask = this.ask.bind(this);
    this.listen();
    this.begin();
  }

  part(name) {
    return this.box.querySelector(`[data-part="${name}"]`);
  }

  listen() {
    const confirm = this.part("confirm");
    this.form.addEventListener("input", () => this.typed());
    this.form.addEventListener("change", () => this.typed());
    this.form.addEventListener("submit", (event) => { this.isLeaving = !event.defaultPrevented; });
    document.addEventListener("click", () => { this.isLeaving = false; }, { capture: true }); // after a download
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.save(); });
    addEventListener("pagehide", () => this.leave());
    addEventListener("pageshow", (event) => { if (event.persisted) this.comeBack(); });
    addEventListener("storage", (event) => { if ([this.name, CHOICE, null].includes(event.key)) this.compare(); });
    this.part("choice").addEventListener("change", (event) => this.choose(event.target.checked));
    this.part("delete").addEventListener("click", () => confirm.showModal());
    this.part("continue").addEventListener("click", () => this.resume());
    this.part("replace").addEventListener("click", () => this.replace());
    confirm.addEventListener("close", () => this.confirmed(confirm));
  }

  // What is typed and what is stored

  get fields() {
    return [...new FormData(this.form)].filter(([name, value]) => value && typeof value === "string" && !NOT_STORED.has(name));
  }

  get words() {
    return wordsOf(this.fields);
  }

  /* Whether the browser put words into the form that the server did not send, after a reload or Back. */
  get isRestored() {
    return [...this.form.elements].some((control) =>
      ["checkbox", "radio"].includes(control.type)
        ? control.checked !== control.defaultChecked
        : control.type !== "file" && "defaultValue" in control && control.value !== control.defaultValue);
  }

  get isTouched() {
    return this.words !== this.original;
  }

  get isOn() {
    return read(CHOICE) === true;
  }

  get stored() {
    const draft = this.isOn ? read(this.name) : null;
    return Array.isArray(draft?.fields) && draft.saved ? draft : null;
  }

  /* The fields of a draft that this form shows. */
  shown(draft) {
    const isPart = this.isGet && !("draftWhole" in this.form.dataset);
    return isPart ? draft.fields.filter(([name]) => this.form.elements.namedItem(name)) : draft.fields;
  }

  // Saving

  begin() {
    this.seen = this.isAnswered ? read(SENT, "sessionStorage") : null;
    write(SENT, null, "sessionStorage");
    const { stored } = this;
    this.compare();
    if (this.isAnswered && (stored ? stored.saved === this.seen : !this.isGet)) this.save({ always: true });
    else if (!stored && !this.isAnswered) this.takeSender();
  }

  /* Takes the draft for shown if the form has its words, and shows what there is. */
  compare() {
    const { stored } = this;
    if (stored && wordsOf(this.shown(stored)) === this.words) {
      this.seen = stored.saved;
      this.kept = this.words;
    }
    this.show();
  }

  /* Goes on after Back, on the page as the reader left it; a later page may have saved a newer draft. */
  comeBack() {
    this.isLeaving = this.isContinuing = false;
    this.compare();
  }

  typed() {
    addEventListener("beforeunload", this.ask); // only now, because it keeps pages out of the browser's memory for Back
    this.isLeaving = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), PAUSE);
  }

  save({ always = false } = {}) {
    clearTimeout(this.timer);
    const { stored, words } = this;
    if (!this.isOn || this.isContinuing || (!always && words === (this.kept ?? this.original))) return;
    if (!stored || stored.saved === this.seen) {
      const saved = Date.now();
      const fields = this.isGet ? [...this.elsewhere(stored), ...this.fields] : this.fields;
      this.hasFailed = !write(this.name, fields.length ? { saved, fields } : null);
      if (!this.hasFailed) [this.seen, this.kept] = [saved, words];
    }
    this.show();
  }

  /* The fields of a draft that other forms of its name show. */
  elsewhere(draft) {
    return (draft?.fields ?? []).filter(([name]) => !this.form.elements.namedItem(name));
  }

  leave() {
    this.save();
    if (this.isLeaving && this.seen) write(SENT, this.seen, "sessionStorage");
  }

  ask(event) {
    if (this.isLeaving) return;
    this.save();
    if (this.isTouched && this.words !== this.kept) event.preventDefault();
  }

  // What the reader chooses

  choose(isOn) {
    if (!isOn) {
      this.part("confirm").showModal();
      return;
    }
    this.hasFailed = !write(CHOICE, true);
    this.part("deleted").hidden = true;
    if (this.isTouched || this.isAnswered) this.save({ always: true });
    this.show();
  }

  confirmed(dialog) {
    if (dialog.returnValue === "delete") {
      for (const name of namesWith(PREFIX)) write(name, null);
      write(CHOICE, null);
      this.seen = this.kept = null;
      this.hasFailed = false;
      this.part("deleted").hidden = false;
    }
    dialog.returnValue = "";
    this.show();
    this.part("choice").focus();
  }

  /* Sends the stored draft, so that the server shows it. */
  resume() {
    const { stored } = this;
    if (!stored) return;
    const form = document.createElement("form");
    const others = this.isGet ? [...new FormData(this.form)].filter(([name]) => NOT_STORED.has(name)) : [];
    for (const [name, value] of [...others, ...this.shown(stored)]) {
      const input = document.createElement("input");
      Object.assign(input, { type: "hidden", name, value });
      form.append(input);
    }
    Object.assign(form, { method: this.form.method, action: this.form.action, enctype: this.form.enctype, hidden: true });
    this.box.append(form);
    [this.seen, this.isLeaving, this.isContinuing] = [stored.saved, true, true];
    form.submit();
  }

  /* Saves this form in place of the stored draft. */
  replace() {
    this.seen = this.stored?.saved;
    this.save({ always: true });
    this.part("choice").focus();
  }

  /* Fills an empty letter with the sender of the resume. */
  takeSender() {
    const resume = this.isOn && this.name.startsWith(`${PREFIX}letter:`) ? read(`${PREFIX}resume`) : null;
    if (!Array.isArray(resume?.fields)) return;
    const person = Object.fromEntries(resume.fields);
    person.place = [person.place, [person.region, person.postcode].filter(Boolean).join(" ")].filter(Boolean).join(", ");
    const controls = SENDER.map((name) => this.form.elements.namedItem(name));
    const empty = controls.filter((control) => control && !control.value && person[control.name]);
    if (!empty.length) return;
    for (const control of empty) control.value = person[control.name];
    this.original = this.words;
    this.part("sender").hidden = false;
    this.form.dispatchEvent(new Event("input"));
  }

  // What the reader sees

  show() {
    const { stored, isOn } = this;
    const isOther = Boolean(stored) && stored.saved !== this.seen && (this.isTouched || this.shown(stored).length > 0);
    const isTyped = this.isTouched || this.isAnswered;
    this.part("choice").checked = isOn;
    this.part("delete").hidden = !isOn;
    this.part("offer").hidden = !isOther;
    this.part("unfinished").hidden = isTyped;
    this.part("newer").hidden = !isTyped;
    this.part("replace").hidden = !isTyped;
    this.part("saved").hidden = !stored || isOther || this.hasFailed;
    this.part("failed").hidden = !this.hasFailed;
    if (stored) for (const element of this.box.querySelectorAll(".drafts__time")) showTime(element, new Date(stored.saved));
    this.box.hidden = "draftWhole" in this.form.dataset && !isOther;
  }
}

/* The words among fields, in an order that does not depend on their sections. */
function wordsOf(fields) {
  return JSON.stringify(fields.filter(([name]) => !NOT_TYPED.test(name)).map((field) => field.join("=")).sort());
}

function showTime(element, time) {
  const isToday = time.toDateString() === new Date().toDateString();
  const words = time.toLocaleString("en-US", { timeStyle: "short", ...(isToday ? {} : { dateStyle: "long" }) });
  if (element.textContent !== words) element.textContent = words;
}

const form = document.querySelector("[data-draft]");
if (form) new Draft(document.querySelector(".drafts"), form);
