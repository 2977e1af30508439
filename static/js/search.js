/* Search suggestions while the reader types, after the combobox pattern of the ARIA Authoring Practices.

   Without JavaScript the form opens the page of results. The server sends the list of options with their addresses.
   Arrow keys select an option, Enter opens it (or searches, if none is selected), Escape closes the list, and the
   number of options is announced. */

const PAUSE = 120; // milliseconds without input before a request
const SHORTEST = 2; // letters, the same as on the server

class Suggestions {
  constructor(form) {
    this.form = form;
    this.field = form.querySelector("input");
    this.box = document.createElement("div");
    this.box.className = "search-form__suggestions";
    this.status = document.createElement("p");
    this.status.className = "visually-hidden";
    this.status.setAttribute("role", "status");
    form.append(this.box, this.status);
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
    })) {
      this.field.setAttribute(name, value);
    }
    this.field.addEventListener("input", () => this.schedule());
    this.field.addEventListener("keydown", (event) => this.onKey(event));
    this.field.addEventListener("blur", () => this.close());
    this.box.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.box.addEventListener("click", (event) => this.open(event.target.closest("[role=option]")));
  }

  get options() {
    return [...this.box.querySelectorAll("[role=option]")];
  }

  get selected() {
    return this.box.querySelector("[aria-selected=true]");
  }

  schedule() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.timer = setTimeout(() => this.load(this.field.value.trim()), PAUSE);
  }

  async load(text) {
    if (text.length < SHORTEST) return this.close();
    this.request = new AbortController();
    try {
      const address = `${this.form.dataset.suggestions}?${new URLSearchParams({ q: text })}`;
      const response = await fetch(address, { signal: this.request.signal });
      if (response.ok) this.show(await response.text());
    } catch (error) {
      if (error.name !== "AbortError") this.close();
    }
  }

  show(html) {
    if (document.activeElement !== this.field) return;
    this.box.innerHTML = html;
    const list = this.box.firstElementChild;
    list.id = `${this.field.id}-suggestions`;
    this.options.forEach((option, index) => (option.id = `${list.id}-${index}`));
    this.status.textContent = list.dataset.announcement;
    this.select(null);
    this.toggle(this.options.length > 0);
  }

  toggle(isOpen) {
    this.field.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.field.setAttribute("aria-controls", this.box.firstElementChild.id);
    else this.field.removeAttribute("aria-controls");
    this.box.classList.toggle("search-form__suggestions--open", isOpen);
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.toggle(false);
    this.box.replaceChildren();
    this.status.textContent = "";
    this.select(null);
  }

  select(option) {
    this.selected?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  onKey(event) {
    const { options, selected } = this;
    if (event.key === "Escape" && options.length) {
      event.preventDefault(); // keeps the text of the field
      this.close();
    } else if (event.key === "Enter" && selected) {
      event.preventDefault();
      this.open(selected);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      event.preventDefault();
      const choices = [null, ...options]; // null is the field, between the last option and the first
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.select(choices.at((choices.indexOf(selected) + step) % choices.length));
    }
  }

  open(option) {
    if (option) location.assign(option.dataset.address);
  }
}

for (const form of document.querySelectorAll("[data-suggestions]")) new Suggestions(form);
