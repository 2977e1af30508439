/* Marks the current part in the contents list of a guide. Without JavaScript the list works unmarked.

   A part is current once its heading passes a line a quarter of the way down the window. Near the end of the page the
   line moves to the bottom, so that short last parts are reached, too. A list taller than the window scrolls along,
   unless the reader points at it or uses it. */

const LINE = 0.25; // of the height of the window

class Contents {
  constructor(list) {
    this.list = list;
    this.links = [...list.querySelectorAll("a")];
    this.headings = this.links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
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
    if (link && !this.list.matches(":hover, :focus-within")) this.scrollTo(link);
  }

  currentIndex() {
    const left = document.documentElement.scrollHeight - innerHeight - scrollY; // still to scroll
    const line = Math.max(innerHeight * LINE, innerHeight - left) + 1;
    return this.headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top <= line);
  }

  scrollTo(link) {
    const [visible, target] = [this.list.getBoundingClientRect(), link.getBoundingClientRect()];
    if (target.top < visible.top || target.bottom > visible.bottom) {
      this.list.scrollTop += target.top - visible.top - visible.height / 2;
    }
  }
}

for (const list of document.querySelectorAll(".contents")) {
  new Contents(list);
}
