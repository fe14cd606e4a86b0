// What Streamlit leaves to the browser: drag on the chart, click on a label, the chart's width, the page's language,
// scrolling to a quote, and one entry of history a click. Answers go to Python as triggers.

const HISTORY_MS = 1000; // a page switch writes its entries within this time: they become one
const WIDTH_SLACK = 24; // px by which the chart may differ from what labels were packed for
const SETTLE_MS = 350;
const DRAG_PX = 4;
const FIND_MS = 50;
const FIND_TRIES = 60;

function mendHistory() {
  if (window.__lmHistory) return;
  window.__lmHistory = true;
  const push = history.pushState;
  let last = -1e9;
  history.pushState = function (...entry) {
    const now = performance.now();
    const again = now - last < HISTORY_MS;
    last = now;
    return (again ? history.replaceState : push).apply(history, entry);
  };
}

// Streamlit's own words for screen readers are English: put those of the page's language in their place.
function translate(phrases) {
  for (const element of document.querySelectorAll("[data-testid='stApp'] [aria-label], [data-testid='stSidebar'] [aria-label]")) {
    const name = element.getAttribute("aria-label");
    for (const [pattern, words] of phrases) {
      const found = name.match(pattern);
      if (found) element.setAttribute("aria-label", words.replace("{}", () => found[1] ?? ""));
    }
  }
}

function speak(data) {
  document.documentElement.lang = data.language;
  translate(data.phrases.map(([pattern, words]) => [new RegExp(pattern), words]));
  for (const [selector, words] of Object.entries(data.names)) {
    for (const element of document.querySelectorAll(selector)) {
      if (element.getAttribute("aria-label") !== words) element.setAttribute("aria-label", words);
    }
  }
}

function listen() {
  const chart = document.querySelector(".st-key-kanvas .js-plotly-plot");
  if (!chart || !chart.on || chart.__lm) return;
  chart.__lm = true;
  chart.on("plotly_relayout", (change) => {
    const first = change["xaxis.range[0]"];
    if (first !== undefined) window.__lmSend("rentang", [first, change["xaxis.range[1]"]]);
  });
  chart.on("plotly_doubleclick", () => window.__lmSend("rentang", "semua"));
  chart.on("plotly_clickannotation", (click) => {
    if (click.annotation.name) window.__lmSend("pilih", click.annotation.name);
  });
  chart.addEventListener("mousedown", dragFromLabel, true);
}

// A label takes clicks, and with them the press that would begin a drag: hand it on once the pointer moves.
function dragFromLabel(press) {
  const ground = press.currentTarget.querySelector(".nsewdrag");
  if (!ground || !press.target.closest?.(".annotation")) return;
  const { clientX, clientY } = press;
  const stop = () => {
    window.removeEventListener("mousemove", move, true);
    window.removeEventListener("mouseup", stop, true);
  };
  const move = (event) => {
    if (Math.hypot(event.clientX - clientX, event.clientY - clientY) < DRAG_PX) return;
    stop();
    ground.dispatchEvent(
      new MouseEvent("mousedown", { bubbles: true, cancelable: true, view: window, clientX, clientY, button: 0, buttons: 1 }),
    );
  };
  window.addEventListener("mousemove", move, true);
  window.addEventListener("mouseup", stop, true);
}

function measure(width) {
  const box = document.querySelector(".st-key-kanvas");
  if (!box || !width) return;
  const actual = Math.round(box.getBoundingClientRect().width);
  if (actual > 100 && Math.abs(actual - width) > WIDTH_SLACK) window.__lmSend("lebar", actual);
}

function reach(target) {
  if (!target || window.__lmReached === target.once) return;
  window.__lmReached = target.once;
  let tries = 0;
  const timer = setInterval(() => {
    const element = document.getElementById(target.id) || document.querySelector(target.id);
    tries += 1;
    if (!element && tries < FIND_TRIES) return;
    clearInterval(timer);
    if (!element) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    element.scrollIntoView({ block: target.block, behavior: still ? "auto" : target.behavior });
    if (target.focus) element.focus({ preventScroll: true });
  }, FIND_MS);
}

export default function ({ data, setTriggerValue }) {
  window.__lmSend = setTriggerValue;
  window.__lmWidth = data.width;
  mendHistory();
  speak(data);
  reach(data.reach);
  listen();
  const watch = new MutationObserver(() => {
    speak(data);
    listen();
  });
  watch.observe(document.body, { childList: true, subtree: true });
  clearTimeout(window.__lmTimer);
  const later = () => {
    clearTimeout(window.__lmTimer);
    window.__lmTimer = setTimeout(() => measure(window.__lmWidth), SETTLE_MS);
  };
  later();
  window.addEventListener("resize", later);
  return () => {
    watch.disconnect();
    window.removeEventListener("resize", later);
  };
}
