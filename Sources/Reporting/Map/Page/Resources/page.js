"use strict";

// Brings the parts together: one function shows everything that is looked at.

const tabs = ["list", "why", "impressions", "corrections"];

function showTabs() {
  for (const name of tabs) {
    const isOpen = state.tab === name;
    element("tab-" + name).setAttribute("aria-selected", String(isOpen));
    element("tab-" + name).tabIndex = isOpen ? 0 : -1;
    element("panel-" + name).hidden = !isOpen;
  }
}

/** Tells a screen reader. */
function announce(text) { element("live").textContent = text; }

function refresh() {
  if (!tabs.includes(state.tab)) state.tab = initial.tab;
  const positions = found();
  showTabs();
  showMap(positions);
  showList(positions);
  showWhy();
  showCorrections();
  for (const key of ["q", "cell", "warning", "label", "sort"]) {
    if (element(key).value !== state[key]) element(key).value = state[key];
  }
}

for (const name of tabs) {
  element("tab-" + name).addEventListener("click", () => look({ tab: name }));
  element("tab-" + name).addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(name) + step + tabs.length) % tabs.length];
    look({ tab: next });
    element("tab-" + next).focus();
  });
}

for (const link of document.querySelectorAll("a[data-talk]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    select(Number(link.dataset.talk));
  });
}

element("language").addEventListener("click", () => {
  document.documentElement.lang = isJapanese() ? "en" : "ja";
  shown.forEach((entry) => { entry.look = ""; });
  localize();
  writeFragment();
  refresh();
});

/** Texts that live in attributes and options. */
function localize() {
  for (const item of document.querySelectorAll("[data-ja]")) {
    const text = isJapanese() ? item.dataset.ja : item.dataset.en;
    if (item.matches("input")) item.placeholder = text;
    else if (item.matches("option")) item.textContent = text;
    if (!item.matches("option")) item.setAttribute("aria-label", text);
  }
}

document.addEventListener("keydown", (event) => {
  const isUndo = event.key === "z" && (event.ctrlKey || event.metaKey) && !event.shiftKey;
  if (!isUndo || event.target.matches("input[type=search], textarea")) return;
  event.preventDefault();
  corrections.undo();
});
window.addEventListener("hashchange", () => { readFragment(); localize(); refresh(); });

readFragment();
corrections.load();
localize();
refresh();
document.documentElement.dataset.ready = "true";
