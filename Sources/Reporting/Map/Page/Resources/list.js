"use strict";

// The list of talks, in step with the picture.

const rowsAtOnce = 60;
let rowCount = rowsAtOnce;

function showList(positions) {
  const rows = positions.slice(0, rowCount).map((index) => {
    const talk = talks[index];
    const button = make("button", {
      type: "button", class: tone(cellOf(index)), "data-talk": index,
      "aria-current": talk.id === state.talk ? "true" : null,
    },
    make("span", { class: isLabelled(index) ? "dot labelled" : "dot", "aria-hidden": "true" }),
    make("span", { class: "title" }, title(talk)),
    make("span", { class: "place" }, placeWords(index)
      + (isLabelled(index) ? say(" · ラベル", " · labelled") : "")
      + (talk.warnings.length > 0 ? say(" · 注意", " · warning") : "")));
    button.addEventListener("click", () => select(index));
    return make("li", {}, button);
  });
  element("list").replaceChildren(...rows);
  const rest = positions.length - rows.length;
  element("more").hidden = rest <= 0;
  element("more").textContent = say(`ほか ${grouped(rest)} 件`, `${grouped(rest)} more`);
  element("none").hidden = positions.length > 0;
  element("found").textContent = say(
    `${grouped(positions.length)} / ${grouped(talks.length)} 件`,
    `${grouped(positions.length)} of ${grouped(talks.length)}`);
}

element("more").addEventListener("click", () => {
  rowCount += rowsAtOnce;
  refresh();
});

for (const key of ["q", "cell", "warning", "label", "sort"]) {
  element(key).addEventListener("input", (event) => {
    rowCount = rowsAtOnce;
    look({ [key]: event.target.value });
  });
}
element("tools").addEventListener("submit", (event) => event.preventDefault());
