// The events as a list box: one stop for the Tab key, arrows, Home, End and letters move, Enter and Space select.
// Everything from articles goes in as textContent.

const ROWS = new WeakMap();

function piece(tag, style, text) {
  const element = document.createElement(tag);
  element.className = style;
  if (text !== undefined) element.textContent = text;
  return element;
}

function label(pieces, spoken) {
  const element = piece("span", "label");
  element.lang = spoken;
  pieces.forEach((text, number) => {
    if (text) element.append(number % 2 ? piece("mark", "hit", text) : document.createTextNode(text));
  });
  return element;
}

function option(entry, selected) {
  const row = piece("div", "row" + (entry.core ? " core" : ""));
  row.id = `lm-o-${entry.id}`;
  row.dataset.id = entry.id;
  row.setAttribute("role", "option");
  row.setAttribute("aria-selected", String(entry.id === selected));
  row.style.setProperty("--lane", `var(--lm-lane-${entry.colour})`);
  row.append(piece("span", `sign ${entry.shape} ${entry.state}`), piece("span", "date", entry.date), label(entry.label, entry.spoken));
  if (entry.status) row.append(piece("span", "status", entry.status));
  row.append(piece("span", "meta", entry.meta));
  return row;
}

function build(box, data) {
  box.replaceChildren();
  for (const [number, group] of data.years.entries()) {
    const part = piece("div", "year");
    part.setAttribute("role", "group");
    const name = piece("div", "name", group.year);
    name.id = `lm-y-${number}`;
    part.setAttribute("aria-labelledby", name.id);
    const entries = piece("div", "entries");
    entries.setAttribute("role", "presentation");
    entries.append(...group.entries.map((entry) => option(entry, data.selected)));
    part.append(name, entries);
    box.append(part);
  }
}

function rows(box) {
  return [...box.querySelectorAll(".row")];
}

function activate(box, row) {
  rows(box).forEach((other) => other.classList.toggle("active", other === row));
  if (row) box.setAttribute("aria-activedescendant", row.id);
  else box.removeAttribute("aria-activedescendant");
}

// A row out of sight comes into sight: by the nearest way for keys, else to the middle, between its neighbours in time.
function reveal(box, row, nearest) {
  const top = row.offsetTop - box.offsetTop - 30; // below the name of the year, which stays
  const bottom = row.offsetTop - box.offsetTop + row.offsetHeight - box.clientHeight;
  if (box.scrollTop <= top && box.scrollTop >= bottom) return;
  box.scrollTop = nearest ? (box.scrollTop > top ? top : bottom) : (top + bottom) / 2;
}

function mark(box, selected) {
  let chosen = null;
  for (const row of rows(box)) {
    const is = row.dataset.id === selected;
    row.setAttribute("aria-selected", String(is));
    if (is) chosen = row;
  }
  activate(box, chosen || box.querySelector(".active"));
  if (chosen) reveal(box, chosen, false);
}

function step(box, key) {
  const all = rows(box);
  const now = all.indexOf(box.querySelector(".active"));
  const page = Math.max(1, Math.floor(box.clientHeight / 40));
  const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: all.length - 1, PageDown: now + page, PageUp: now - page }[key];
  if (to === undefined) return false;
  const next = all[Math.min(Math.max(to, 0), all.length - 1)];
  activate(box, next);
  reveal(box, next, true);
  return true;
}

// What a reader waits for is the chart: a list that changed is built when that has been painted.
function refresh(box) {
  const state = ROWS.get(box);
  state.waiting = false;
  if (state.built !== state.data.version) build(box, state.data);
  state.built = state.data.version;
  mark(box, state.data.selected);
}

function update(box, data) {
  const state = ROWS.get(box) || {};
  const same = state.built === data.version;
  const marked = same && state.data.selected === data.selected;
  ROWS.set(box, Object.assign(state, { data }));
  if (same && !marked) mark(box, data.selected);
  if (same || state.waiting) return;
  state.waiting = true;
  requestAnimationFrame(() => setTimeout(() => refresh(box)));
}

export default function ({ data, setTriggerValue, parentElement }) {
  let box = parentElement.querySelector(".box");
  if (!box) {
    box = piece("div", "box");
    box.setAttribute("role", "listbox");
    box.tabIndex = 0;
    parentElement.append(box);
  }
  box.setAttribute("aria-label", data.name);
  box.lang = data.language;
  box.classList.toggle("unthemed", !data.themed);
  box.classList.toggle("wide", data.wide);
  update(box, data);
  box.onclick = (event) => {
    const row = event.target.closest(".row");
    if (row) setTriggerValue("pilih", row.dataset.id);
  };
  box.onfocus = () => box.querySelector(".active") || activate(box, box.querySelector(".row"));
  box.onkeydown = (event) => {
    const active = box.querySelector(".active");
    if (step(box, event.key)) event.preventDefault();
    else if ((event.key === "Enter" || event.key === " ") && active) {
      event.preventDefault();
      setTriggerValue("pilih", active.dataset.id);
    }
  };
}
