/* Buttons that copy the text of a field or of another element, given by its id in `data-copies`. Without JavaScript they
   stay hidden. */

export function showCopyButtons(root = document) {
  for (const button of root.querySelectorAll("button[data-copies]")) {
    button.hidden = false;
  }
}

document.addEventListener("click", async (event) => {
  const button = event.target.closest("button[data-copies]");
  if (!button) return;
  const source = document.getElementById(button.dataset.copies);
  try {
    await navigator.clipboard.writeText(source.value ?? source.textContent);
    button.textContent = "Copied";
  } catch {
    // no access to the clipboard: readers copy the selection themselves
    if (source.select) source.select();
    else getSelection().selectAllChildren(source);
  }
});

showCopyButtons();
