/* Recordings of answers, one for each question. They stay in memory until the reader leaves the page. */

const IS_SUPPORTED = Boolean(navigator.mediaDevices?.getUserMedia && window.MediaRecorder);

export class Recorder {
  /* `part` finds an element by its name, `announce` tells the reader. */
  constructor(part, announce) {
    [this.box, this.record, this.discard, this.audio] = ["recorder", "record", "discard", "audio"].map(part);
    this.announce = announce;
    this.addresses = new Map();
    this.record.addEventListener("click", () => (this.recording ? this.stop() : this.start()));
    this.discard.addEventListener("click", () => this.delete());
    this.box.hidden = !IS_SUPPORTED;
  }

  show(id) {
    this.id = id;
    const address = this.addresses.get(id);
    if (address) this.audio.src = address;
    else this.audio.removeAttribute("src");
    this.audio.load();
    this.audio.hidden = this.discard.hidden = !address;
    this.record.textContent = address ? "Record again" : "Record my answer";
  }

  async start() {
    const id = this.id;
    this.record.disabled = true;
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      if (id === this.id) this.run(stream, id);
      else release(stream);
    } catch {
      this.announce("There is no microphone, or the browser may not use it.");
    }
    this.record.disabled = false;
  }

  run(stream, id) {
    const pieces = [];
    this.recording = new MediaRecorder(stream);
    this.recording.addEventListener("dataavailable", (event) => pieces.push(event.data));
    this.recording.addEventListener("stop", () => {
      release(stream);
      this.announce("");
      this.keep(id, new Blob(pieces, { type: pieces[0]?.type }));
    });
    this.recording.start();
    this.record.textContent = "Stop recording";
    this.announce("Recording.");
  }

  /* Stop a recording that is running, and keep it. */
  stop() {
    this.recording?.stop();
    this.recording = null;
  }

  /* Leave the question, also while the browser still asks for the microphone. */
  leave() {
    this.stop();
    this.audio.pause();
    this.id = null;
  }

  keep(id, blob) {
    this.forget(id);
    this.addresses.set(id, URL.createObjectURL(blob));
    if (id === this.id) this.show(id);
  }

  delete() {
    this.forget(this.id);
    this.show(this.id);
    this.record.focus();
    this.announce("The recording is deleted.");
  }

  forget(id) {
    if (this.addresses.has(id)) URL.revokeObjectURL(this.addresses.get(id));
    this.addresses.delete(id);
  }
}

function release(stream) {
  for (const track of stream.getTracks()) track.stop();
}
