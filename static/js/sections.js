/* The sections of a guide: they fold on phones, their links copy their address, and the page prints by a button.
   Without JavaScript everything is open, and links lead to their section.

   What folds is hidden="until-found" where the browser knows it: search in the page and links still find it. */

const NARROW = matchMedia("(max-width: 47.99rem)");
const HIDDEN = "onbeforematch" in document.body ? "until-found" : "";
const SAID_FOR = 2500; // milliseconds

class Fold {
  constructor(section) {
    this.section = section;
    const own = (element) => element.closest("[data-folds]") === section;
    this.folded = [...section.querySelectorAll("[data-folded]")].filter(own);
    this.control = section.querySelector(".fold");
    this.button = this.control.querySelector("button");
    this.button.addEventListener("click", () => this.show(this.button.getAttribute("aria-expanded") !== "true"));
    section.addEventListener("beforematch", () => this.show(true));
    this.wasOpened = false;
    this.adapt();
  }

  adapt() {
    this.control.hidden = !NARROW.matches;
    this.hide(NARROW.matches && !this.wasOpened);
  }

  show(isOpen) {
    this.wasOpened = isOpen;
    this.hide(!isOpen);
  }

  hide(isHidden) {
    this.button.setAttribute("aria-expanded", String(!isHidden));
    for (const element of this.folded) {
      if (isHidden) element.setAttribute("hidden", HIDDEN);
      else element.removeAttribute("hidden");
    }
  }
}

const folds = new Map([...document.querySelectorAll("[data-folds]")].map((section) => [section, new Fold(section)]));

/* Opens the section that a link within the page leads to, so that the browser can scroll there; returns its target. */
function open(hash) {
  let target = null;
  try {
    target = document.getElementById(decodeURIComponent(hash.slice(1)));
  } catch {
    return null; // no address of this page
  }
  folds.get(target?.closest("[data-folds]"))?.show(true);
  return target;
}

function openAddress() {
  const target = open(location.hash);
  if (target?.closest("[data-folds]")) target.scrollIntoView();
}

async function copyLink(link) {
  try {
    await navigator.clipboard.writeText(link.dataset.copiesLink || link.href);
  } catch {
    return; // no access to the clipboard: the address is in the address bar
  }
  said.textContent = "Link copied";
  link.after(said);
  clearTimeout(said.timer);
  said.timer = setTimeout(() => (said.textContent = ""), SAID_FOR);
}

const said = document.createElement("span");
said.className = "section-said";
said.setAttribute("role", "status");

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (link) open(link.hash);
  const copied = event.target.closest("[data-copies-link]");
  if (copied) copyLink(copied);
  if (event.target.closest("[data-prints]")) print();
});

for (const action of document.querySelectorAll(".page-end__action")) {
  action.hidden = false;
}

NARROW.addEventListener("change", () => folds.forEach((fold) => fold.adapt()));
addEventListener("beforeprint", () => folds.forEach((fold) => fold.hide(false)));
addEventListener("afterprint", () => folds.forEach((fold) => fold.adapt()));
addEventListener("hashchange", openAddress);
openAddress();
