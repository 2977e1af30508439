/* Two repairs of the Markdown editor in the admin.

   A row that was added to a form comes with the template row's mark of an editor that has started, so it would never
   show a preview: the mark is taken off and the editor's script is run once more.
   The Tab key leaves the editor, as everywhere else; the editor would keep it and hold who works by keyboard. */

document.addEventListener("formset:added", (event) => {
  const editors = event.target.querySelectorAll(".markdownx-editor");
  if (editors.length === 0) return;
  for (const editor of editors) editor.removeAttribute("data-markdownx-init");
  const script = document.createElement("script");
  script.src = document.querySelector('script[src*="markdownx/js/markdownx"]').src;
  document.head.append(script);
});

window.addEventListener(
  "keydown",
  (event) => {
    if (event.key === "Tab" && event.target.matches(".markdownx-editor")) event.stopImmediatePropagation();
  },
  { capture: true },
);
