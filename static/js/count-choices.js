/* The button of a filter form says how many entries its choices show. Without JavaScript it says no number.

   The list under the choices tells it, so the number is always the one that the button then shows. */

class Count {
  constructor(form) {
    this.form = form;
    this.button = form.querySelector("details [type=submit]");
    this.label(document);
    form.addEventListener("change", () => this.load());
    form.addEventListener("input", () => this.request?.abort());
  }

  async load() {
    this.request?.abort();
    this.request = new AbortController();
    try {
      const address = `${this.form.getAttribute("action")}?${new URLSearchParams(new FormData(this.form))}`;
      const response = await fetch(address, { signal: this.request.signal });
      this.label(new DOMParser().parseFromString(await response.text(), "text/html"));
    } catch (error) {
      if (error.name !== "AbortError") this.button.textContent = this.form.dataset.show;
    }
  }

  label(page) {
    const { show, showOne, showMany } = this.form.dataset;
    const number = page.querySelector("[data-found]")?.dataset.found;
    const words = number === undefined ? show : number === "1" ? showOne : showMany;
    this.button.textContent = words.replace("{number}", Number(number).toLocaleString("en-US"));
  }
}

for (const form of document.querySelectorAll("[data-show]")) new Count(form);
