/* The contents list of a guide marks the part that is being read.

   Without this module the list is there all the same. A part is being read once its heading has passed a line a quarter
   down the window; in the last window of the page the line moves to its foot, so that short last parts get their turn.
   A list that is taller than the window follows, unless somebody is busy in it. */

const LINE = 0.25; // of the height of the window

class Contents {
  constructor(list) {
    this.list = list;
    this.links = [...list.querySelectorAll("a")];
    this.headings = this.links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    this.isDue = false;
    for (const event of ["scroll", "resize"]) {
      addEventListener(event, () => this.wait(), { passive: true });
    }
    this.mark();
  }

  wait() {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => this.mark());
  }

  mark() {
    this.isDue = false;
    const link = this.links[this.place()];
    if (link === this.current) return;
    this.current?.removeAttribute("aria-current");
    this.current = link;
    link?.setAttribute("aria-current", "location");
    if (link && !this.list.matches(":hover, :focus-within")) this.follow(link);
  }

  place() {
    const below = document.documentElement.scrollHeight - innerHeight - scrollY; // what is left to scroll
    const line = Math.max(innerHeight * LINE, innerHeight - below) + 1;
    return this.headings.findLastIndex((heading) => heading && heading.getBoundingClientRect().top <= line);
  }

  follow(link) {
    const [window, place] = [this.list.getBoundingClientRect(), link.getBoundingClientRect()];
    if (place.top < window.top || place.bottom > window.bottom) {
      this.list.scrollTop += place.top - window.top - window.height / 2;
    }
  }
}

for (const list of document.querySelectorAll(".contents")) {
  new Contents(list);
}
