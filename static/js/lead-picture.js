/* Shows the lead picture in the form of a role with its focus point for cropping; a click moves the point. The number
   fields do the same by keyboard. */

window.addEventListener("load", () => {
  const x = document.getElementById("id_focus_x");
  const y = document.getElementById("id_focus_y");
  const picture = document.getElementById("id_lead_picture");
  if (!picture || !x) return;

  const preview = document.createElement("div");
  preview.className = "picture-focus";
  x.closest(".form-row").append(preview);

  async function show() {
    preview.replaceChildren();
    if (!picture.value) return;
    const response = await fetch(x.dataset.preview.replace("/0/", `/${picture.value}/`));
    if (!response.ok) return;
    preview.innerHTML = await response.text();
    movePoint();
  }

  function movePoint() {
    const point = preview.querySelector(".picture-focus__point");
    point?.style.setProperty("left", `${x.value}%`);
    point?.style.setProperty("top", `${y.value}%`);
  }

  preview.addEventListener("click", (event) => {
    const box = preview.querySelector("img").getBoundingClientRect();
    x.value = percent(event.clientX - box.left, box.width);
    y.value = percent(event.clientY - box.top, box.height);
    movePoint();
  });
  for (const field of [x, y]) field.addEventListener("input", movePoint);
  django.jQuery(picture).on("change", show);
  show();
});

function percent(part, whole) {
  return Math.min(100, Math.max(0, Math.round((100 * part) / whole)));
}
