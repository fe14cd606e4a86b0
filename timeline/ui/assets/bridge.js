// What Streamlit leaves to the browser: click and drag on the chart, the chart's width, the page's language,
// scrolling to a quote, links from page to page, copying, and one entry of history a click. Answers go to Python
// as triggers.

const HISTORY_MS = 1000; // a page switch writes its entries within this time: they become one
const WIDTH_SLACK = 24; // px by which the chart may differ from what labels were packed for
const SETTLE_MS = 350;
const FIND_MS = 50;
const FIND_TRIES = 60;
const TOLD_MS = 4000;
const PRINT_PX = 690; // of a sheet of A4 between its margins

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
  window.__lmEnter = (address) => {
    last = performance.now();
    push.call(history, null, "", address);
  };
}

// Streamlit's own words are English: put those of the page's language in their place.
function translate(phrases) {
  const inOurs = (text) => {
    for (const [pattern, words] of phrases) {
      const found = text.match(pattern);
      if (found) return words.replace("{}", () => found[1] ?? "");
    }
    return null;
  };
  for (const element of document.querySelectorAll("[role='dialog'] *")) {
    const words = element.childElementCount ? null : inOurs(element.textContent);
    if (words) element.textContent = words;
  }
  const named = "[data-testid='stSidebar'] [aria-label], [role='dialog'] [aria-label], button[aria-label='Dismiss']";
  for (const element of document.querySelectorAll(named)) {
    const words = inOurs(element.getAttribute("aria-label"));
    if (words) element.setAttribute("aria-label", words);
  }
}

// Of what a rerun has since replaced nothing is said any more.
function speak() {
  const data = window.__lmTold;
  document.documentElement.lang = data.language;
  translate(data.phrases.map(([pattern, words]) => [new RegExp(pattern), words]));
  for (const [selector, words] of Object.entries(data.names)) {
    for (const element of document.querySelectorAll(selector)) {
      if (element.getAttribute("aria-label") !== words) element.setAttribute("aria-label", words);
    }
  }
  for (const [selector, words] of Object.entries(data.texts)) {
    for (const element of document.querySelectorAll(selector)) {
      if (element.textContent !== words) element.textContent = words;
    }
  }
}

// Links inside the app change the page as its own do: without a reload, in one session. Modified clicks are the browser's.
function follow(event) {
  const link = event.target.closest("a.lm-inside");
  if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  window.__lmEnter(link.href);
  window.dispatchEvent(new PopStateEvent("popstate"));
  document.querySelector("[data-testid='stMain']")?.scrollTo(0, 0);
}

function address() {
  const url = new URL(location.href);
  url.searchParams.delete("embed");
  url.searchParams.delete("embed_options");
  return url.href;
}

// Without a secure context there is no clipboard: an unseen field gives the text to the older command.
function copyByField(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.cssText = "position:fixed;opacity:0";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

async function copy(event) {
  const button = event.target.closest("button[data-copy]");
  if (!button) return;
  const text = button.dataset.copy.replace(/\{link\}$/, address);
  const written = navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.reject();
  const done = await written.then(() => true, () => copyByField(text));
  const told = button.nextElementSibling;
  told.textContent = done ? button.dataset.done : button.dataset.failed;
  setTimeout(() => (told.textContent = ""), TOLD_MS);
}

function serve() {
  if (window.__lmServed) return;
  window.__lmServed = true;
  document.addEventListener("click", follow);
  document.addEventListener("click", (event) => void copy(event));
}

function listen() {
  const chart = document.querySelector(".st-key-kanvas .js-plotly-plot");
  if (!chart || !chart.on || chart.__lm) return;
  chart.__lm = true;
  chart.on("plotly_relayout", (change) => {
    const first = change["xaxis.range[0]"];
    if (first !== undefined) window.__lmSend("rentang", [first, change["xaxis.range[1]"]]);
  });
  chart.on("plotly_click", (click) => {
    const chosen = click.points[0]?.customdata;
    if (chosen) window.__lmSend("pilih", String(chosen));
  });
  chart.on("plotly_doubleclick", () => window.__lmSend("rentang", "semua"));
}

function measure(width) {
  const box = document.querySelector(".st-key-kanvas");
  if (!box || !width) return;
  const actual = Math.round(box.getBoundingClientRect().width);
  document.documentElement.style.setProperty("--lm-print", Math.min(1, PRINT_PX / actual).toFixed(3));
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
  window.__lmTold = data;
  mendHistory();
  serve();
  setTimeout(speak, 0);
  reach(data.reach);
  listen();
  let soon = 0;
  const watch = new MutationObserver(() => {
    listen();
    clearTimeout(soon);
    soon = setTimeout(speak, SETTLE_MS);
  });
  watch.observe(document.querySelector("[data-testid='stApp']") || document.body, { childList: true, subtree: true });
  clearTimeout(window.__lmTimer);
  const later = () => {
    clearTimeout(window.__lmTimer);
    window.__lmTimer = setTimeout(() => measure(window.__lmWidth), SETTLE_MS);
  };
  later();
  window.addEventListener("resize", later);
  return () => {
    clearTimeout(soon);
    watch.disconnect();
    window.removeEventListener("resize", later);
  };
}
