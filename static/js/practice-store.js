/* Notes and progress for the questions of a guide, in the browser's storage.

   An entry has the id of its question and holds the words of the question, the note, whether it was practiced, and the
   points of the plan that the answer covered. Without storage, entries last until the reader leaves the page. Older
   pages stored only notes, by the hash of the question's words. */

import { read, write } from "./storage.js";

const VERSION = 2;
const EMPTY = { question: "", note: "", done: false, covered: [] };

const words = (value) => (typeof value === "string" ? value : "");

export class Store {
  constructor(slug, questions) {
    this.name = `interview:${slug}`;
    this.words = new Map(questions.map((question) => [question.id, question.querySelector("h3").textContent]));
    this.idsByHash = new Map(questions.map((question) => [question.dataset.textKey, question.id]));
    this.entries = new Map();
    this.isKept = true;
    this.read();
  }

  /* Read what is stored, because another tab may have changed it. */
  read() {
    if (!this.isKept) return;
    const stored = read(this.name) ?? {};
    this.entries = stored.version === VERSION ? this.current(stored.entries) : this.older(stored);
  }

  current(stored) {
    return new Map(
      Object.entries(stored ?? {}).map(([id, entry]) => [
        id,
        {
          question: words(entry?.question),
          note: words(entry?.note),
          done: entry?.done === true,
          covered: Array.isArray(entry?.covered) ? entry.covered : [],
        },
      ]),
    );
  }

  older(stored) {
    return new Map(
      Object.entries(stored).map(([hash, note]) => {
        const id = this.idsByHash.get(hash) ?? hash;
        return [id, { ...EMPTY, question: this.words.get(id) ?? "", note: words(note) }];
      }),
    );
  }

  get(id) {
    return this.entries.get(id) ?? EMPTY;
  }

  /* Change an entry; returns whether the browser keeps it. */
  update(id, changes) {
    this.read();
    const entry = { ...this.get(id), question: this.words.get(id), ...changes };
    if (entry.note || entry.done) this.entries.set(id, entry);
    else this.entries.delete(id);
    return this.write();
  }

  delete(id) {
    this.read();
    this.entries.delete(id);
    this.write();
  }

  clear() {
    this.entries.clear();
    this.write();
  }

  write() {
    const stored = { version: VERSION, entries: Object.fromEntries(this.entries) };
    this.isKept &&= write(this.name, this.isEmpty ? null : stored);
    return this.isKept;
  }

  /* The entries with notes on questions that are not on the page. */
  get gone() {
    return [...this.entries].filter(([id, entry]) => entry.note && !this.words.has(id));
  }

  get isEmpty() {
    return this.entries.size === 0;
  }
}
