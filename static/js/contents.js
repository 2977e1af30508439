/* The contents of a guide: marks the current part, whose section alone shows its parts. On narrow windows a bar that
   stays in view names the section and opens the list as a sheet. Without JavaScript the list works unmarked.

   A part is current once its heading passes a line a quarter of the way down the window, or below the bar, where a link
   takes it. Near the end of the page the line moves to the bottom, so that short last parts are reached, too. A list taller than the window scrolls along,
   unless the reader points at it or uses it. */

const LINE = 0.25; // of the height of the window
const REACH = 28; // pixels below the padding of the window: a heading has a margin of 24
const WIDE = matchMedia("(min-width: 75rem)");

class Contents {
  constructor(nav) {
    this.nav = nav;
    this.links = [...nav.querySelectorAll("a")];
    this.headings = this.links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    this.bar = new Bar(nav);
    this.isScheduled = false;
    for (const event of ["scroll", "resize"]) {
      addEventListener(event, () => this.schedule(), { passive: true });
    }
    this.mark();
  }

  schedule() {
    if (this.isScheduled) return;
    this.isScheduled = true;
    requestAnimationFrame(() => this.mark());
  }

  mark() {
    this.isScheduled = false;
    const link = this.links[this.currentIndex()];
    if (link === this.current) return;
    this.current?.removeAttribute("aria-current");
    this.current = link;
    link?.setAttribute("aria-current", "location");
    this.bar.show(link);
    if (link && !this.nav.matches(":hover, :focus-within")) this.scrollTo(link);
  }

  currentIndex() {
    const left = document.documentElement.scrollHeight - innerHeight - scrollY; // still to scroll
    const line = Math.max(this.bar.line() ?? innerHeight * LINE, innerHeight - left) + 1;
    const isPassed = (heading) => heading && !heading.closest("[hidden]") && heading.getBoundingClientRect().top <= line;
    return this.headings.findLastIndex(isPassed);
  }

  scrollTo(link) {
    const [visible, target] = [this.nav.getBoundingClientRect(), link.getBoundingClientRect()];
    if (target.top < visible.top || target.bottom > visible.bottom) {
      this.nav.scrollTop += target.top - visible.top - visible.height / 2;
    }
  }
}

/* The bar of narrow windows. The list moves into the sheet while it is open. */
class Bar {
  constructor(nav) {
    this.list = nav.querySelector(".contents__list");
    this.box = nav.querySelector(".contents__box");
    this.sheet = nav.querySelector(".contents__sheet");
    this.button = nav.querySelector(".contents__bar");
    this.here = nav.querySelector(".contents__here");
    this.position = nav.querySelector(".contents__position");
    this.words = [this.here.textContent, this.position.textContent]; // above the first section
    this.button.addEventListener("click", () => this.open());
    this.sheet.addEventListener("click", (event) => this.closeOn(event));
    this.sheet.addEventListener("close", () => this.box.append(this.list));
    WIDE.addEventListener("change", () => this.sheet.close());
    this.button.hidden = false;
  }

  show(link) {
    const sections = [...this.list.children];
    const index = sections.findIndex((section) => section.contains(link));
    const words = [sections[index]?.querySelector("a").textContent, `${index + 1} of ${sections.length}`];
    [this.here.textContent, this.position.textContent] = index < 0 ? this.words : words;
  }

  /* How far down the window a heading can be and be the one that a link leads to; none on wide windows. */
  line() {
    if (WIDE.matches) return undefined;
    const padding = parseFloat(getComputedStyle(document.documentElement).scrollPaddingBlockStart);
    return Math.min(padding + REACH, innerHeight * LINE);
  }

  open() {
    this.sheet.append(this.list);
    this.sheet.showModal();
    const current = this.list.querySelector("[aria-current]");
    if (current) this.sheet.scrollTop = current.offsetTop - this.sheet.clientHeight / 2;
  }

  /* A click on the sheet itself is one outside of what stands in it. */
  closeOn(event) {
    if (event.target === this.sheet || event.target.closest("a")) this.sheet.close();
  }
}

for (const nav of document.querySelectorAll(".contents")) {
  new Contents(nav);
}
