/* Buttons that copy the text of the field whose id `data-copies` names. Without this module they stay hidden. */

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
    field.select(); // the clipboard is closed to this page: the reader copies by hand
  }
});

showCopyButtons();
