/* Writes the date of printing at the foot of printed pages. */

const words = new Intl.DateTimeFormat("en-US", { dateStyle: "long" });

addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-print-date]")) {
    place.textContent = ` · printed ${words.format(new Date())}`;
  }
});
