/* Buttons that copy the text of a field, given by its id in `data-copies`. Without JavaScript they stay hidden. */

export function showCopyButtons(root = document) {
  for (const button of root.querySelectorAll("button[data-copies]")) {
    button.hidden = false;
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copies]");
  if (!button) return;
  const field = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = "Copied";
  } catch {
    field.select(); // no access to the clipboard: readers copy the selection themselves
  }
});

showCopyButtons();
