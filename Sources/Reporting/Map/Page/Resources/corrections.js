"use strict";

// What the reader says about where talks belong: steps that can be undone, kept in the
// page's storage, exported as labels.

const corrections = {
  key: "shogen-map-" + data.id,
  steps: [],
  byID: new Map(),

  /** Reads the steps an earlier visit left; what does not fit the scheme is dropped. */
  load() {
    let kept = [];
    try {
      kept = JSON.parse(localStorage.getItem(this.key) ?? "[]");
    } catch {
      // No storage, or not ours: begin without.
    }
    const ids = new Set(talks.map((talk) => talk.id));
    this.steps = (Array.isArray(kept) ? kept : []).filter((step) => ids.has(step?.id)
      && scheme.axes.some((axis) => axis.id === step.axis
        && axis.poles.some((pole) => pole.id === step.pole)));
    this.gather();
  },

  /** The corrected poles of a talk, by axis id. */
  poles(id) { return this.byID.get(id) ?? {}; },

  /** Says where talks belong: [{id, axis, pole}], one act to undo. */
  add(changes) {
    const act = Date.now() + "-" + this.steps.length;
    for (const change of changes) this.steps.push({ ...change, act });
    this.keep();
  },

  undo() {
    const last = this.steps.at(-1)?.act;
    this.steps = this.steps.filter((step) => step.act !== last);
    this.keep();
  },

  remove(id) {
    this.steps = this.steps.filter((step) => step.id !== id);
    this.keep();
  },

  keep() {
    this.gather();
    try {
      localStorage.setItem(this.key, JSON.stringify(this.steps));
    } catch {
      // Without storage the corrections last as long as the page.
    }
    refresh();
  },

  /** The last step of each talk and axis counts; one that repeats the label is none. */
  gather() {
    placesKnown = [];
    this.byID = new Map();
    for (const { id, axis, pole } of this.steps) {
      this.byID.set(id, { ...this.byID.get(id), [axis]: pole });
    }
    for (const talk of talks) {
      const poles = this.byID.get(talk.id);
      if (!poles) continue;
      for (const [axis, pole] of Object.entries(poles)) {
        if (talk.labels[axis] === pole) delete poles[axis];
      }
      if (Object.keys(poles).length === 0) this.byID.delete(talk.id);
    }
  },

  /** Labels JSONL, as `shogen train --labels` and `shogen review --add` read it. */
  lines() {
    return [...this.byID].map(([id, labels]) => JSON.stringify({ id, labels }) + "\n").join("");
  },
};

/** Says that a talk belongs to a pole of each axis given as [[axis, pole], …]. */
function correct(index, places) {
  const changes = places.filter(([axis, pole]) => poleOf(index, axis) !== pole
    || labelOf(index, axis) === undefined);
  if (changes.length === 0) return;
  corrections.add(changes.map(([axis, pole]) => ({
    id: talks[index].id, axis: scheme.axes[axis].id, pole: scheme.axes[axis].poles[pole].id,
  })));
  const names = changes.map(([axis, pole]) => scheme.axes[axis].poles[pole].name).join(" × ");
  announce(`${title(talks[index])}: ${names}`);
}

function showCorrections() {
  const list = element("steps");
  list.replaceChildren(...[...corrections.byID].map(([id, poles]) => {
    const index = talks.findIndex((talk) => talk.id === id);
    const names = Object.entries(poles).map(([axisID, poleID]) =>
      scheme.axes.find((axis) => axis.id === axisID).poles.find((pole) => pole.id === poleID).name);
    const remove = make("button", { type: "button" }, say("取り消す", "Remove"));
    remove.addEventListener("click", () => corrections.remove(id));
    return make("li", {}, make("span", {}, `${title(talks[index])} → ${names.join(" × ")}`), remove);
  }));
  const count = corrections.byID.size;
  element("correction-count").textContent = count;
  element("correction-count").hidden = count === 0;
  element("no-corrections").hidden = count > 0;
  for (const id of ["undo", "export"]) element(id).disabled = corrections.steps.length === 0;
  element("export").disabled = count === 0;
  const lines = element("lines");
  lines.value = corrections.lines();
  lines.hidden = count === 0;
}

element("undo").addEventListener("click", () => corrections.undo());
element("export").addEventListener("click", () => {
  const file = new Blob([corrections.lines()], { type: "application/x-ndjson" });
  const link = make("a", { href: URL.createObjectURL(file), download: "corrections.jsonl" });
  link.click();
  URL.revokeObjectURL(link.href);
});
