/* Additions to the Markdown editor of the admin: previews in new rows, the usual Tab key, and pictures with alt text.

   A new row is a copy of a row whose editor is marked as started, so it would never show a preview: this module removes
   the mark and runs the editor's script again.
   The Tab key leaves the editor, as in other fields; the editor itself would trap keyboard users.
   Pictures are added by button, paste or drop. A dialog asks for the alt text before the upload; the editor itself would
   upload them at once, without alt text. */

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

/* Ask for the alt text (and for a picture if none is given), upload the picture and insert it at the cursor. */
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

/* Return the Markdown of the picture; if the server refuses it, show the errors and return nothing. */
async function upload(form) {
  const button = form.querySelector("[type=submit]");
  const progress = form.querySelector("[role=status]");
  const data = new FormData(form);
  showErrors(form, {});
  progress.textContent = message(form, "progress");
  button.disabled = true;
  try {
    const response = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
    const answer = await response.json();
    if (response.ok) return answer.image_code;
    showErrors(form, answer.error ? { image: [answer.error] } : answer);
  } catch {
    showErrors(form, { image: [message(form, "failed")] });
  } finally {
    progress.textContent = "";
    button.disabled = false;
  }
}

function message(form, name) {
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

/* Insert a picture as its own paragraph. */
function insert(editor, code) {
  const before = editor.value.slice(0, editor.selectionStart);
  const after = editor.value.slice(editor.selectionEnd);
  const begin = /(^|\n)\s*$/.test(before) ? "" : "\n\n";
  const end = /^\s*(\n|$)/.test(after) ? "" : "\n\n";
  editor.focus();
  editor.setRangeText(begin + code + end, editor.selectionStart, editor.selectionEnd, "end");
  editor.dispatchEvent(new Event("input", { bubbles: true }));
}
