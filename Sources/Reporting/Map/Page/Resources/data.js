"use strict";

// What the page shows, as the command wrote it, and a few ways to look at it.

const data = JSON.parse(document.getElementById("data").textContent);
const { scheme, talks, cells } = data;
const drawn = data.axes;

const element = (id) => document.getElementById(id);
const isJapanese = () => document.documentElement.lang === "ja";
const say = (japanese, english) => (isJapanese() ? japanese : english);

/** A new element; text is always text, never markup. */
function make(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== null) made.setAttribute(key, value);
  }
  made.append(...content.filter((part) => part !== undefined && part !== null));
  return made;
}

const title = (talk) => talk.title || talk.id;
const fixed = (value, places = 2) => value.toFixed(places);
const grouped = (count) => count.toLocaleString("en-US");
const signed = (value) => (value < 0 ? "−" : "+") + Math.abs(value).toFixed(2);

/** The position of the model's most probable pole on an axis. */
function modelPole(talk, axis) {
  const row = talk.p[axis];
  return row.indexOf(Math.max(...row));
}

/** The pole a person gave on an axis, corrections first; undefined where none did. */
function labelOf(index, axis) {
  const id = scheme.axes[axis].id;
  return corrections.poles(talks[index].id)[id] ?? talks[index].labels[id];
}

/** Where a talk belongs on an axis: a pole's position, or undefined. */
function poleOf(index, axis) {
  const label = labelOf(index, axis);
  if (label !== undefined) return scheme.axes[axis].poles.findIndex((pole) => pole.id === label);
  const talk = talks[index];
  return talk.undecided.includes(axis) ? undefined : modelPole(talk, axis);
}

// Each talk's cell and whether a person labelled it, kept until a correction: every
// filter asks for them.
let placesKnown = [];
const cellOf = (index) => (placesKnown[index] ??= placeOf(index)).cell;
const isLabelled = (index) => (placesKnown[index] ??= placeOf(index)).isLabelled;

function placeOf(index) {
  return { cell: findCell(index), isLabelled: drawn.some((axis) => labelOf(index, axis) !== undefined) };
}

/** The position of a talk's cell, or undefined while an axis is undecided. */
function findCell(index) {
  const poles = drawn.map((axis) => poleOf(index, axis));
  if (poles.includes(undefined)) return undefined;
  return cells.findIndex((cell) => cell.poles.every((pole, at) => pole === poles[at]));
}

const tone = (cell) => (cell === undefined || cell < 0 ? "ku" : "k" + (cell % 8));

/** The places of a talk on the axes drawn, in words. */
function placeWords(index) {
  return drawn.map((axis) => {
    const pole = poleOf(index, axis);
    const shown = pole ?? modelPole(talks[index], axis);
    const name = scheme.axes[axis].poles[shown].name + (pole === undefined ? "?" : "");
    return `${name} ${fixed(talks[index].p[axis][shown])}`;
  }).join(" · ");
}
