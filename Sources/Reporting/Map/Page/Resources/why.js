"use strict";

// Why a talk is where it is: probabilities, warnings, and the terms that pushed it.

const explanations = {
  "no-text": ["言葉が 1 つもない。答えはモデルの初期値", "no word at all: the answer is the model's prior"],
  "no-known-terms": ["モデルの知る言葉がない。答えは初期値", "no word the model knows: the answer is its prior"],
  "few-known-terms": ["モデルの知る言葉が 5 分の 1 に満たない", "the model knows less than a fifth of the words"],
  "title-only": ["題名だけで判定した", "judged by the title alone"],
  "damaged-text": ["抽出で失われた文字が多く、判定は当て推量", "so much text was lost that the answer is a guess"],
};

function bar(share) {
  const fill = make("i");
  fill.style.width = 100 * share + "%";
  return make("span", { class: "bar", "aria-hidden": "true" }, fill);
}

/** The poles of an axis with their probabilities; choosing one corrects. */
function choices(index, axis) {
  const { name, poles } = scheme.axes[axis];
  const label = labelOf(index, axis);
  return make("fieldset", {}, make("legend", {}, name), ...poles.map((pole, at) => {
    const input = make("input", { type: "radio", name: "axis-" + axis, value: pole.id });
    input.checked = pole.id === label;
    input.addEventListener("change", () => correct(index, [[axis, at]]));
    const isModel = modelPole(talks[index], axis) === at;
    return make("label", { class: isModel ? "choice model" : "choice" }, input,
      make("span", { class: "pole" }, pole.name), bar(talks[index].p[axis][at]),
      make("span", { class: "p" }, fixed(talks[index].p[axis][at])));
  }));
}

/** One term: what it adds and toward what, where it stands, with the term marked. */
function termItem(entry, [term, push, slide, before, marked, after], greatest) {
  const pole = push >= 0 ? entry.plus : entry.minus;
  const toward = pole ?? say(`「${entry.plus}」以外`, `not ${entry.plus}`);
  const where = slide === null ? say("題名", "title") : say(`スライド ${slide}`, `slide ${slide}`);
  return make("li", {},
    make("span", { class: "term" }, term),
    make("span", { class: "toward" }, "→ " + toward),
    bar(Math.abs(push) / greatest),
    make("span", { class: "push" }, signed(push)),
    make("span", { class: "excerpt" }, make("span", { class: "slide" }, where + " "),
      before, make("mark", {}, marked), after));
}

/** The terms of one linear output; with the rest and the intercept they add up. */
function evidence(entry) {
  const above = entry.terms.reduce((total, term) => total + term[1], 0);
  const greatest = Math.max(...entry.terms.map((term) => Math.abs(term[1])), 1e-9);
  const sum = [
    say(`上の ${entry.terms.length} 語 `, `${entry.terms.length} terms above `) + signed(above),
    say(`ほか ${entry.others[0]} 語 `, `${entry.others[0]} others `) + signed(entry.others[1]),
    say("切片 ", "intercept ") + signed(entry.intercept),
  ];
  return [
    make("h3", {}, say(`${entry.name}の根拠`, `Evidence: ${entry.name}`)),
    entry.terms.length === 0
      ? make("p", { class: "hint" }, say("モデルの知る言葉がない。", "No word the model knows."))
      : make("ul", { class: "terms" },
        ...entry.terms.map((term) => termItem(entry, term, greatest))),
    make("p", { class: "sum" }, sum.join(" · ") + say(" = 得点 ", " = score ") + signed(entry.score)),
  ];
}

/** The evidence, that for the poles the model chose before that for other poles. */
function reasonsFirst(talk) {
  const chosen = new Set(scheme.axes.map((axis, at) => `${axis.id} ${axis.poles[modelPole(talk, at)].id}`));
  const isChosen = (entry) => entry.minus !== undefined || chosen.has(entry.pole);
  return [...talk.why.filter(isChosen), ...talk.why.filter((entry) => !isChosen(entry))];
}

function showWhy() {
  const index = selected();
  const talk = talks[index];
  element("why-none").hidden = index >= 0;
  const panel = element("why");
  if (!talk) return panel.replaceChildren();
  const facts = [talk.speaker, talk.event, talk.slides > 0
    ? say(`スライド ${talk.slides} 枚`, `${talk.slides} slide(s)`) : say("スライドなし", "no slides"),
  say(`知る言葉 ${Math.round(100 * talk.known)} %`, `${Math.round(100 * talk.known)} % of words known`)];
  const link = /^https?:\/\//i.test(talk.url ?? "")
    ? make("a", { href: talk.url, rel: "noreferrer noopener", target: "_blank" }, talk.url) : null;
  const notes = talk.notes.map(([kind, count]) => make("li", {}, `${kind}: ${count}`));
  const warnings = talk.warnings.map((kind) => make("li", {},
    explanations[kind] ? say(...explanations[kind]) : kind, make("span", { class: "z" }, ` ${kind}`)));
  panel.replaceChildren(...[
    make("h2", {}, title(talk)),
    make("p", { class: "by" }, facts.filter(Boolean).join(" · ")),
    link && make("p", { class: "by" }, link),
    warnings.length + notes.length > 0 && make("ul", { class: "warnings" }, ...warnings, ...notes),
    isAgainst(index) && make("p", { class: "hint" },
      say("ラベルとモデルが食い違っている。", "Label and model disagree.")),
    ...scheme.axes.map((_, axis) => choices(index, axis)),
    make("p", { class: "hint" }, say("選ぶと訂正になる。太字はモデルの判定。",
      "Choosing corrects. Bold is what the model says.")),
    ...reasonsFirst(talk).flatMap(evidence),
  ].filter(Boolean));
}
