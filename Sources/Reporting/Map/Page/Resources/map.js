"use strict";

// The picture: marks that can be chosen, dragged and moved by keys.

const pictures = ["wide", "narrow"].map((name) => {
  const svg = document.querySelector(".picture." + name);
  return { svg, frame: data.frames[name], marks: [...svg.querySelectorAll(".marks > .mark")] };
});

const shapes = {
  circle: (r) => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`,
  diamond: (r) => { const d = 1.18 * r; return `M0 ${-d}L${d} 0L0 ${d}L${-d} 0z`; },
};

/** Where a mark stands: as drawn, or within the cell it was corrected to. */
function place(frame, index, cell) {
  const [x, y, modelX, modelY, home] = frame.marks[index];
  if (cell === undefined || cell === home) return [x, y];
  const [left, top, width, height] = frame.cells[cell];
  const margin = frame.radius + 2;
  const clamp = (value, low, size) => Math.min(Math.max(value, low + margin), low + size - margin);
  return [clamp(modelX, left, width), clamp(modelY, top, height)];
}

// What each mark shows now, so that only changes touch the document.
const shown = talks.map(() => ({}));
let current = 0;

function showMap(positions) {
  const passing = new Uint8Array(talks.length);
  for (const index of positions) passing[index] = 1;
  const counts = cells.map(() => 0);
  for (let index = 0; index < talks.length; index += 1) {
    const cell = cellOf(index);
    if (cell !== undefined) counts[cell] += 1;
    const isCurrent = talks[index].id === state.talk;
    if (shown[index].passes !== passing[index]) {
      shown[index].passes = passing[index];
      for (const { marks } of pictures) marks[index].classList.toggle("out", !passing[index]);
    }
    const look = `${cell} ${isLabelled(index)} ${isCurrent}`;
    if (shown[index].look === look) continue;
    shown[index].look = look;
    for (const { frame, marks } of pictures) {
      const mark = marks[index];
      const [x, y] = place(frame, index, cell);
      const home = frame.marks[index][4];
      mark.setAttribute("transform", `translate(${x} ${y})`);
      mark.setAttribute("class", ["mark", tone(cell), passing[index] ? "" : "out",
        cell === undefined ? "undecided" : "", talks[index].warnings.length > 0 ? "doubtful" : "",
        cell === (home ?? undefined) ? "" : "moved"].filter(Boolean).join(" "));
      mark.querySelector(".shape").setAttribute("d",
        shapes[isLabelled(index) ? "diamond" : "circle"](frame.radius));
      mark.setAttribute("aria-label", `${title(talks[index])}. ${placeWords(index)}`
        + (isLabelled(index) ? say("、ラベルあり", ", labelled") : "")
        + (cell === undefined ? say("、未定", ", undecided") : ""));
      if (isCurrent) mark.setAttribute("aria-current", "true"); else mark.removeAttribute("aria-current");
    }
  }
  for (const { svg } of pictures) {
    counts.forEach((count, cell) => {
      svg.querySelector(`[data-count="${cell}"]`).textContent = grouped(count);
      svg.querySelector(`[data-share="${cell}"]`).textContent =
        talks.length > 0 ? `${Math.round(100 * count / talks.length)} %` : "";
    });
  }
  showTether();
  rove(selected() >= 0 ? selected() : passing[current] ? current : positions[0] ?? 0);
}

/** A line from the talk looked at to where the model alone would place it. */
function showTether() {
  const index = selected();
  for (const { svg, frame } of pictures) {
    const tether = svg.querySelector(".tether");
    if (index < 0) { tether.setAttribute("d", ""); continue; }
    const [, , modelX, modelY] = frame.marks[index];
    const [x, y] = place(frame, index, cellOf(index));
    tether.setAttribute("d", Math.hypot(x - modelX, y - modelY) > 2 * frame.radius
      ? `M${x} ${y}L${modelX} ${modelY}` : "");
  }
}

/** One mark at a time is in the order of the Tab key; arrows go from mark to mark. */
function rove(index) {
  for (const { marks } of pictures) {
    marks[current]?.setAttribute("tabindex", "-1");
    marks[index]?.setAttribute("tabindex", "0");
  }
  current = index;
}

const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The nearest visible mark in a direction. */
function neighbor(picture, index, [dx, dy]) {
  const at = (mark) => place(picture.frame, mark, cellOf(mark));
  const [x, y] = at(index);
  let best = -1;
  let least = Infinity;
  for (let other = 0; other < talks.length; other += 1) {
    if (other === index || picture.marks[other].classList.contains("out")) continue;
    const [ox, oy] = at(other);
    const along = (ox - x) * dx + (oy - y) * dy;
    const aside = Math.abs((ox - x) * dy) + Math.abs((oy - y) * dx);
    if (along <= 0 || along + 2 * aside >= least) continue;
    best = other;
    least = along + 2 * aside;
  }
  return best;
}

/** Moves a talk one pole along the axis of an arrow. */
function nudge(index, [dx, dy]) {
  const isAcross = dx !== 0;
  const step = isAcross ? dx : -dy;
  const axis = drawn[isAcross || drawn.length === 1 ? 0 : 1];
  const from = poleOf(index, axis) ?? modelPole(talks[index], axis);
  const pole = Math.min(Math.max(from + step, 0), scheme.axes[axis].poles.length - 1);
  correct(index, [[axis, pole]]);
}

/** The poles that a point of the picture speaks for: [[axis, pole], …]. */
function polesAt(frame, x, y) {
  const inside = ([left, top, width, height]) =>
    [x >= left && x <= left + width, y >= top && y <= top + height];
  const hit = frame.cells.findIndex((cell) => inside(cell).every(Boolean));
  if (hit >= 0) return drawn.map((axis, at) => [axis, cells[hit].poles[at]]);
  // In the band of one axis the other is still clear.
  for (const side of drawn.length > 1 ? [0, 1] : []) {
    const near = frame.cells.findIndex((cell) => inside(cell)[side]);
    if (near >= 0) return [[drawn[side], cells[near].poles[side]]];
  }
  return [];
}

function attach(picture) {
  const { svg, frame, marks } = picture;
  let drag = null;
  const point = (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
    return [at.x, at.y];
  };
  const target = (places) => {
    const cell = places.length === drawn.length
      ? cells.findIndex((entry) => places.every(([, pole], at) => entry.poles[at] === pole)) : -1;
    svg.querySelectorAll(".cell").forEach((rect, at) => rect.classList.toggle("target", at === cell));
  };
  const end = () => {
    if (drag) marks[drag.index].classList.remove("dragged");
    if (drag?.isMoving) { shown[drag.index].look = ""; refresh(); }
    drag = null;
    target([]);
  };
  svg.addEventListener("pointerdown", (event) => {
    const mark = event.target.closest(".marks > .mark");
    if (!mark || event.button !== 0) return;
    drag = { index: Number(mark.dataset.talk), from: point(event), isMoving: false };
    mark.setPointerCapture(event.pointerId);
  });
  svg.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const [x, y] = point(event);
    if (!drag.isMoving && Math.hypot(x - drag.from[0], y - drag.from[1]) < 5) return;
    drag.isMoving = true;
    marks[drag.index].classList.add("dragged");
    marks[drag.index].setAttribute("transform", `translate(${x} ${y})`);
    target(polesAt(frame, x, y));
  });
  svg.addEventListener("pointerup", (event) => {
    if (!drag) return;
    const { index, isMoving } = drag;
    const places = polesAt(frame, ...point(event));
    end();
    if (isMoving) correct(index, places); else select(index);
  });
  svg.addEventListener("pointercancel", end);
  svg.addEventListener("keydown", (event) => {
    const mark = event.target.closest(".marks > .mark");
    if (!mark) return;
    const index = Number(mark.dataset.talk);
    if (event.key === "Enter" || event.key === " ") select(index);
    else if (event.key in arrows && event.shiftKey) nudge(index, arrows[event.key]);
    else if (event.key in arrows) {
      const next = neighbor(picture, index, arrows[event.key]);
      if (next >= 0) { rove(next); marks[next].focus(); }
    } else return;
    event.preventDefault();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") end(); });
}
pictures.forEach(attach);
