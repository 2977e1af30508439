/* What the Markdown editor of the admin lacks: previews in new rows, a Tab key that leaves it, and pictures with words.

   A row that was added to a form comes with the template row's mark of an editor that has started, so it would never
   show a preview: the mark is taken off and the editor's script is run once more.
   The Tab key leaves the editor, as everywhere else; the editor would keep it and hold who works by keyboard.
   Pictures come by button, paste or drop. Each is asked for what it shows before it is uploaded; the editor alone would
   upload it at once, without words. */

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

document.addEventListener("click", (event) => {
  if (event.target.matches(".markdownx-tools__picture")) {
    addPicture(event.target.closest(".markdownx").querySelector(".markdownx-editor"));
  }
});

for (const type of ["paste", "drop"]) {
  window.addEventListener(
    type,
    (event) => {
      const { files } = event.clipboardData ?? event.dataTransfer;
      if (files.length === 0 || !event.target.matches(".markdownx-editor")) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      addPictures(event.target, [...files]);
    },
    { capture: true },
  );
}

async function addPictures(editor, files) {
  for (const file of files) await addPicture(editor, file);
}

/* Ask for a picture (unless there is one) and its words, upload it, put it where the cursor is. */
function addPicture(editor, file) {
  const dialog = document.getElementById("picture-dialog");
  const form = dialog.querySelector("form");
  form.reset();
  showErrors(form, {});
  if (file) form.elements.image.files = asFileList(file);
  dialog.showModal();
  form.elements[file ? "alt" : "image"].focus();
  form.onsubmit = async (event) => {
    event.preventDefault();
    const code = await upload(form);
    if (!code) return;
    dialog.close();
    insert(editor, code);
  };
  form.querySelector("[data-close]").onclick = () => dialog.close();
  return new Promise((resolve) => {
    dialog.addEventListener("close", resolve, { once: true });
  });
}

function asFileList(file) {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  return transfer.files;
}

/* The Markdown of the picture, or nothing where it was refused; the form then says why. */
async function upload(form) {
  const button = form.querySelector("[type=submit]");
  const progress = form.querySelector("[role=status]");
  const data = new FormData(form);
  showErrors(form, {});
  progress.textContent = words(form, "progress");
  button.disabled = true;
  try {
    const response = await fetch(form.action, { method: "POST", body: data });
    const answer = await response.json();
    if (response.ok) return answer.image_code;
    showErrors(form, answer);
  } catch {
    showErrors(form, { image: [words(form, "failed")] });
  } finally {
    progress.textContent = "";
    button.disabled = false;
  }
}

function words(form, name) {
  return form.querySelector(`[data-words="${name}"]`).content.textContent;
}

function showErrors(form, errors) {
  for (const name of ["alt", "image"]) {
    const field = form.elements[name];
    const error = document.getElementById(`${field.id}-error`);
    error.textContent = (errors[name] ?? []).join(" ");
    error.hidden = !errors[name];
    field.setAttribute("aria-invalid", String(Boolean(errors[name])));
    if (errors[name]) field.focus();
  }
}

/* A picture stands in a paragraph of its own. */
function insert(editor, code) {
  const before = editor.value.slice(0, editor.selectionStart);
  const after = editor.value.slice(editor.selectionEnd);
  const begin = /(^|\n)\s*$/.test(before) ? "" : "\n\n";
  const end = /^\s*(\n|$)/.test(after) ? "" : "\n\n";
  editor.focus();
  editor.setRangeText(begin + code + end, editor.selectionStart, editor.selectionEnd, "end");
  editor.dispatchEvent(new Event("input", { bubbles: true }));
}
