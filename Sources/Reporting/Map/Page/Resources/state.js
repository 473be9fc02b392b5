"use strict";

// What the reader looks at; it stands in the address after #, so that a link or a
// reload brings it back.

const initial = { talk: "", q: "", cell: "", warning: "", label: "", sort: "input", tab: "list" };
const state = { ...initial };

function readFragment() {
  const fields = new URLSearchParams(location.hash.slice(1));
  for (const key of Object.keys(initial)) state[key] = fields.get(key) ?? initial[key];
  if (fields.get("lang") === "en" || fields.get("lang") === "ja") {
    document.documentElement.lang = fields.get("lang");
  }
}

function writeFragment() {
  const fields = new URLSearchParams();
  for (const [key, value] of Object.entries(state)) if (value !== initial[key]) fields.set(key, value);
  if (document.documentElement.lang !== data.language) fields.set("lang", document.documentElement.lang);
  const text = fields.toString();
  history.replaceState(null, "", text ? "#" + text : location.pathname + location.search);
}

/** Changes what is looked at and shows it. */
function look(change) {
  Object.assign(state, change);
  writeFragment();
  refresh();
}

/** The position of the talk looked at, or -1. */
const selected = () => (state.talk === "" ? -1 : talks.findIndex((talk) => talk.id === state.talk));

function select(index) { look({ talk: talks[index].id, tab: "why" }); }

// What a search looks through, folded once: width, case and kana's voicing marks.
const fold = (text) => text.normalize("NFKC").toLowerCase();
const haystacks = talks.map((talk) => fold([talk.title, talk.id, talk.speaker, talk.event,
  ...talk.why.flatMap((axis) => axis.terms.map((term) => term[0]))].join("\n")));

/** Whether a talk passes every filter. */
function passes(index, needles) {
  const cell = cellOf(index);
  if (state.cell === "undecided" ? cell !== undefined : state.cell !== "" && cells[cell]?.id !== state.cell) return false;
  const { warnings } = talks[index];
  if (state.warning === "none" ? warnings.length > 0
    : state.warning === "any" ? warnings.length === 0
      : state.warning !== "" && !warnings.includes(state.warning)) return false;
  if (state.label === "yes" ? !isLabelled(index) : state.label === "no" ? isLabelled(index)
    : state.label === "against" && !isAgainst(index)) return false;
  return needles.every((needle) => haystacks[index].includes(needle));
}

/** Whether a label and the model disagree. */
const isAgainst = (index) => drawn.some((axis) => {
  const label = labelOf(index, axis);
  return label !== undefined && scheme.axes[axis].poles[modelPole(talks[index], axis)].id !== label;
});

/** How sure the model is of a talk's cell. */
const sureness = (index) => drawn.reduce((product, axis) =>
  product * talks[index].p[axis][poleOf(index, axis) ?? modelPole(talks[index], axis)], 1);

const orders = {
  input: () => 0,
  title: (a, b) => title(talks[a]).localeCompare(title(talks[b]), "ja"),
  sure: (a, b) => sureness(b) - sureness(a),
  unsure: (a, b) => sureness(a) - sureness(b),
};

/** Positions of the talks that pass, in the order asked for. */
function found() {
  const needles = fold(state.q).split(/\s+/).filter((needle) => needle !== "");
  const passing = [];
  for (let index = 0; index < talks.length; index += 1) if (passes(index, needles)) passing.push(index);
  return passing.sort(orders[state.sort] ?? orders.input);
}
