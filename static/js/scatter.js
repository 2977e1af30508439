/* The drawing of all jobs: a label at each circle, and one stop for the Tab key.

   Without JavaScript the circles are links with a title. Left and Right go to the next job by pay, Up and Down to the
   next one by outlook, Escape hides the label. The first touch of a circle shows its label, which opens the guide. */

const drawing = document.querySelector(".scatter");
const points = [...drawing.querySelectorAll(".scatter__point")];
const label = document.createElement("a");
label.className = "scatter__label";
label.tabIndex = -1;
label.setAttribute("aria-hidden", "true");
let shown = null;
let isTouched = false;

const place = new Map(
  points.map((point) => {
    const { cx, cy } = point.querySelector(".scatter__target");
    return [point, { x: cx.baseVal.valueInSpecifiedUnits, y: cy.baseVal.valueInSpecifiedUnits }];
  }),
);
const byPay = points.toSorted((a, b) => place.get(a).x - place.get(b).x);
const byOutlook = points.toSorted((a, b) => place.get(b).y - place.get(a).y);
const KEYS = { ArrowRight: [byPay, 1], ArrowLeft: [byPay, -1], ArrowUp: [byOutlook, 1], ArrowDown: [byOutlook, -1] };

for (const point of points) {
  const title = point.querySelector("title");
  point.setAttribute("aria-label", title.textContent);
  title.remove(); // else browsers show it beside the label
}
drawing.querySelector(".scatter__skip").hidden = true;
makeStop(byPay[0]);

function makeStop(stop) {
  for (const point of points) point.setAttribute("tabindex", point === stop ? "0" : "-1");
}

function show(point) {
  hide();
  shown = point;
  point.classList.add("scatter__point--shown");
  const words = point.getAttribute("aria-label");
  const end = words.lastIndexOf(": ");
  const title = document.createElement("strong");
  title.textContent = words.slice(0, end);
  label.replaceChildren(title, words.slice(end + 2));
  label.href = point.href.baseVal;
  drawing.append(label);
  const box = drawing.getBoundingClientRect();
  const circle = point.querySelector(".scatter__target").getBoundingClientRect();
  const left = circle.left + circle.width / 2 - box.left - label.offsetWidth / 2;
  label.style.left = `${Math.max(0, Math.min(left, box.width - label.offsetWidth))}px`;
  const above = circle.top - box.top - label.offsetHeight - 4;
  label.style.top = `${above < 0 ? circle.bottom - box.top + 4 : above}px`;
}

function hide() {
  shown?.classList.remove("scatter__point--shown");
  shown = null;
  label.remove();
}

const pointOf = (event) => event.target.closest(".scatter__point");

drawing.addEventListener("pointerdown", (event) => {
  isTouched = event.pointerType !== "mouse" && pointOf(event) !== shown;
});
drawing.addEventListener("click", (event) => {
  const point = pointOf(event);
  if (point && isTouched) {
    event.preventDefault();
    show(point);
  }
  isTouched = false;
});
drawing.addEventListener("pointerover", (event) => {
  if (event.pointerType !== "mouse" || event.target.closest(".scatter__label")) return;
  if (pointOf(event)) show(pointOf(event));
  else hide();
});
drawing.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hide());
label.addEventListener("mousedown", (event) => event.preventDefault()); // the circle keeps the focus
drawing.addEventListener("focusin", (event) => {
  const point = pointOf(event);
  if (!point) return;
  makeStop(point);
  if (!isTouched) show(point);
});
drawing.addEventListener("focusout", hide);
drawing.addEventListener("keydown", (event) => {
  const point = pointOf(event);
  if (event.key === "Escape") hide();
  if (!point || !KEYS[event.key]) return;
  event.preventDefault();
  const [order, step] = KEYS[event.key];
  order.at((order.indexOf(point) + step) % order.length).focus();
});
document.addEventListener("pointerdown", (event) => drawing.contains(event.target) || hide());
