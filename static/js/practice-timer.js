/* The timer of an answer. It counts down, and can sound at the end. */

const formatTime = (seconds) => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

function sound(context) {
  const tone = context.createOscillator();
  const volume = context.createGain();
  volume.gain.setValueAtTime(0.3, context.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.8);
  tone.frequency.value = 660;
  tone.connect(volume).connect(context.destination);
  tone.start();
  tone.stop(context.currentTime + 0.8);
}

export class Timer {
  /* `part` finds an element by its name, `announce` tells the reader. */
  constructor(part, announce) {
    [this.time, this.button, this.clock, this.sound] = ["time", "run", "clock", "sound"].map(part);
    this.announce = announce;
    this.button.addEventListener("click", () => (this.interval ? this.reset() : this.start()));
    this.time.addEventListener("change", () => this.reset());
    this.sound.addEventListener("change", () => this.sound.checked && this.play());
    this.reset();
  }

  start() {
    const end = Date.now() + Number(this.time.value) * 1000;
    this.button.textContent = "Stop timer";
    this.tick(end);
    this.interval = setInterval(() => this.tick(end), 250);
  }

  tick(end) {
    const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
    this.clock.textContent = formatTime(left);
    if (left > 0) return;
    this.reset();
    this.clock.textContent = "Time is up.";
    this.announce("Time is up.");
    if (this.sound.checked) this.play();
  }

  reset() {
    clearInterval(this.interval);
    this.interval = null;
    this.button.textContent = "Start timer";
    this.clock.textContent = formatTime(Number(this.time.value));
  }

  /* Browsers allow sound after the reader has pressed something, as in turning it on here. */
  play() {
    this.context ??= new AudioContext();
    sound(this.context);
  }
}
