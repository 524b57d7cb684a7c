"use strict";
// What the page can do besides being read: filter, search, open what a link leads to, and print what is open to question.
(() => {
  const tools = document.getElementById("tools");
  if (!tools) return;
  const query = document.getElementById("query");
  const boxes = [...tools.querySelectorAll("input[type=checkbox]")];
  const status = document.getElementById("shown");
  const scope = document.getElementById("scope");
  const items = [...document.querySelectorAll("details.item")];
  const groups = [...document.querySelectorAll("[data-group]")];
  const texts = new Map();
  const fold = (text) => text.normalize("NFKC").toLowerCase();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, fold(item.textContent));
    return texts.get(item);
  };
  let limit = null;

  const apply = () => {
    const words = fold(query.value).split(/\s+/).filter(Boolean);
    const states = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    let count = 0;
    for (const item of items) {
      const data = item.dataset;
      const shown = states.has(data.state) &&
        (!limit || Object.entries(limit).every(([key, value]) => data[key] === value || (value === "*" && data[key]))) &&
        words.every((word) => textOf(item).includes(word));
      item.hidden = !shown;
      if (shown) count += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("details.item:not([hidden])");
    status.textContent = status.dataset.text.replace("%", count);
    scope.hidden = !limit;
  };

  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const item = target.closest("details.item");
    if (!item) return;
    if (item.hidden) reset();
    for (let part = item; part; part = part.parentElement) if (part.tagName === "DETAILS") part.open = true;
    target.scrollIntoView();
  };

  const reset = () => {
    limit = null;
    query.value = "";
    for (const box of boxes) box.checked = true;
    apply();
  };

  query.addEventListener("input", apply);
  for (const box of boxes) box.addEventListener("change", apply);
  document.getElementById("all").addEventListener("click", reset);
  scope.addEventListener("click", () => { limit = null; apply(); });
  document.getElementById("open").addEventListener("click", () => {
    const shown = items.filter((item) => !item.hidden);
    const open = shown.some((item) => !item.open);
    for (const item of shown) item.open = open;
  });
  // A number leads to what was counted: data-only is a list of KEY=VALUE that an item must have.
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-only]");
    if (!link) return;
    limit = Object.fromEntries(link.dataset.only.split(";").map((pair) => pair.split("=")));
    query.value = "";
    for (const box of boxes) box.checked = true;
    scope.textContent = link.dataset.label + " ×";
    apply();
    const first = items.find((item) => !item.hidden);
    if (first) {
      event.preventDefault();
      (first.closest("[data-group]") || first).scrollIntoView();
      first.querySelector("summary").focus({ preventScroll: true });
    }
  });
  addEventListener("hashchange", openTarget);
  // What is open to question is printed with its evidence; what is settled keeps to its line.
  addEventListener("beforeprint", () => {
    for (const item of items) if (item.dataset.state !== "rest" && item.closest("#checks")) item.open = true;
  });
  tools.hidden = false;
  apply();
  openTarget();
})();
