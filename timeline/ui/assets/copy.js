// Buttons that copy: the address of this view as it stands, or a text; the outcome is told to screen readers too.

function address() {
  const url = new URL(location.href);
  url.searchParams.delete("embed");
  url.searchParams.delete("embed_options");
  return url.href;
}

function fallback(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.style.position = "fixed";
  area.style.opacity = "0";
  document.body.append(area);
  area.select();
  const done = document.execCommand("copy");
  area.remove();
  return done;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return fallback(text);
  }
}

export default function ({ data, parentElement }) {
  const row = parentElement.querySelector(".row");
  row.replaceChildren();
  const told = document.createElement("span");
  told.setAttribute("role", "status");
  for (const [name, words] of data.buttons) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = words;
    button.onclick = async () => {
      const text = name === "link" ? address() : data.citation.replace("{link}", () => address());
      told.textContent = (await copy(text)) ? data.done : data.failed;
      setTimeout(() => (told.textContent = ""), 4000);
    };
    row.append(button);
  }
  row.append(told);
}
