// The filters as lists of boxes to tick, each with the number of events it would show. A list shows its first values
// and those ticked; it opens to the rest, and typing finds among them. Names go in as textContent.

const SEEN = 4;
const TYPED_MS = 350;
const OPEN = new WeakMap();

function piece(tag, style, text) {
  const element = document.createElement(tag);
  element.className = style;
  if (text !== undefined) element.textContent = text;
  return element;
}

function folded(text) {
  return text.toLowerCase().replace(/[-\u2010-\u2014\u00a0]/g, " ").trim();
}

function frame(facet) {
  const part = piece("fieldset", "facet");
  const find = piece("input", "find");
  find.type = "search";
  part.dataset.facet = facet;
  const more = piece("button", "more");
  more.type = "button";
  part.append(piece("legend", "name"), find, piece("div", "rows"), piece("p", "none"), more);
  return part;
}

function row(value) {
  const element = piece("label", "row");
  const tick = piece("input", "tick");
  tick.type = "checkbox";
  tick.value = value.id;
  element.append(tick, piece("span", "value"), piece("span", "count"));
  return element;
}

function fill(element, value, most) {
  const [tick, name, count] = element.children;
  tick.checked = value.chosen;
  if (name.textContent !== value.name) name.textContent = value.name;
  if (count.textContent !== value.told) count.textContent = value.told;
  element.classList.toggle("empty", !value.count);
  element.style.setProperty("--share", `${most ? (100 * value.count) / most : 0}%`);
}

// Rows are kept by id and moved only where their order changed, so that the focus stays where it is.
function order(box, group) {
  const known = new Map([...box.children].map((element) => [element.firstChild.value, element]));
  const most = Math.max(0, ...group.values.map((value) => value.count));
  group.values.forEach((value, number) => {
    const element = known.get(value.id) || row(value);
    known.delete(value.id);
    fill(element, value, most);
    if (box.children[number] !== element) box.insertBefore(element, box.children[number] || null);
  });
  known.forEach((element) => element.remove());
}

function reveal(part, group, words) {
  const find = part.querySelector(".find");
  const open = OPEN.get(part) || false;
  const sought = open ? folded(find.value) : "";
  let shown = 0;
  [...part.querySelector(".rows").children].forEach((element, number) => {
    const [tick, name] = element.children;
    element.hidden = sought ? !folded(name.textContent).includes(sought) : !open && number >= SEEN && !tick.checked;
    shown += !element.hidden;
  });
  const hidden = group.all - Math.min(SEEN, group.values.length);
  const more = part.querySelector(".more");
  find.hidden = !open || group.all <= 2 * SEEN;
  part.classList.toggle("open", open);
  more.hidden = hidden <= 0;
  more.textContent = open ? words.fewer : group.more;
  more.setAttribute("aria-expanded", String(open));
  part.querySelector(".none").textContent = sought && !shown ? words.none : "";
}

function chosen(root) {
  const found = {};
  for (const part of root.querySelectorAll(".facet")) {
    found[part.dataset.facet] = [...part.querySelectorAll(".tick:checked")].map((tick) => tick.value);
  }
  return found;
}

function show(root, group, words, send) {
  let part = root.querySelector(`[data-facet="${group.facet}"]`);
  if (!part) root.append((part = frame(group.facet)));
  const [legend, find, box, , more] = part.children;
  legend.textContent = group.name;
  find.placeholder = words.find;
  find.setAttribute("aria-label", `${group.name}: ${words.find}`);
  order(box, group);
  reveal(part, group, words);
  box.onchange = () => send("pilih", chosen(root));
  more.onclick = () => {
    OPEN.set(part, !OPEN.get(part));
    find.value = "";
    reveal(part, group, words);
  };
  find.oninput = () => {
    reveal(part, group, words);
    clearTimeout(part.timer);
    if (group.all <= group.values.length) return; // all are here: nobody needs to be asked
    part.timer = setTimeout(() => send("cari", { [group.facet]: find.value }), TYPED_MS);
  };
}

function draw(root, data, send) {
  const wanted = data.groups.map((group) => group.facet);
  for (const part of [...root.children]) if (!wanted.includes(part.dataset.facet)) part.remove();
  for (const group of data.groups) show(root, group, data.words, send);
}

export default function ({ data, setTriggerValue, parentElement }) {
  let root = parentElement.querySelector(".facets");
  if (!root) parentElement.append((root = piece("div", "facets")));
  root.lang = data.language;
  // What a reader waits for is the chart: the lists follow when that has been painted.
  cancelAnimationFrame(root.frame);
  root.frame = requestAnimationFrame(() => setTimeout(() => draw(root, data, setTriggerValue)));
}
