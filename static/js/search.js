/* Guides suggested under a search field while somebody types: the combobox pattern of the ARIA practices.

   Without this module the field is a field and the form leads to the page of results. The server sends the list of
   options; each names its address. Arrow keys choose, Enter goes there (or searches, where nothing is chosen), Escape
   closes the list, and how many there are is announced. */

const PAUSE = 120; // milliseconds without a key before the server is asked
const SHORTEST = 2; // letters, as the server has it

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
    this.field.addEventListener("input", () => this.wait());
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.field.addEventListener("blur", () => this.close());
    this.box.addEventListener("mousedown", (event) => event.preventDefault()); // the field keeps the focus
    this.box.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }

  get options() {
    return [...this.box.querySelectorAll("[role=option]")];
  }

  get chosen() {
    return this.box.querySelector("[aria-selected=true]");
  }

  wait() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.timer = setTimeout(() => this.ask(this.field.value.trim()), PAUSE);
  }

  async ask(text) {
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
    this.choose(null);
    this.open(this.options.length > 0);
  }

  open(isOpen) {
    this.field.setAttribute("aria-expanded", String(isOpen));
    if (isOpen) this.field.setAttribute("aria-controls", this.box.firstElementChild.id);
    else this.field.removeAttribute("aria-controls");
    this.box.classList.toggle("search-form__suggestions--open", isOpen);
  }

  close() {
    clearTimeout(this.timer);
    this.request?.abort();
    this.open(false);
    this.box.replaceChildren();
    this.status.textContent = "";
    this.choose(null);
  }

  choose(option) {
    this.chosen?.setAttribute("aria-selected", "false");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  press(event) {
    const { options, chosen } = this;
    if (event.key === "Escape" && options.length) {
      event.preventDefault(); // closes the list and leaves the words
      this.close();
    } else if (event.key === "Enter" && chosen) {
      event.preventDefault();
      this.go(chosen);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && options.length) {
      event.preventDefault();
      const places = [null, ...options]; // null is the field itself, between the last option and the first
      const step = event.key === "ArrowDown" ? 1 : -1;
      this.choose(places.at((places.indexOf(chosen) + step) % places.length));
    }
  }

  go(option) {
    if (option) location.assign(option.dataset.address);
  }
}

for (const form of document.querySelectorAll("[data-suggestions]")) new Suggestions(form);
