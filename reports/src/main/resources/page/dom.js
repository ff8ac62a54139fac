// Everything shown is made here. Text is only ever set as text: class names, frames and sentences come from a stranger's program.

function h(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? "" : String(value));
  }
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false) continue;
    element.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return element;
}

const byId = (id) => document.getElementById(id);

/** Shows these nodes in a section; none hides it. What the reader had unfolded stays unfolded. */
function fill(id, ...nodes) {
  const section = byId(id);
  const open = new Set(Array.from(section.querySelectorAll("details[open][data-key]"), (details) => details.dataset.key));
  section.replaceChildren(...nodes.flat(Infinity).filter(Boolean));
  for (const details of section.querySelectorAll("details[data-key]")) {
    details.open = open.has(details.dataset.key);
  }
}

function title(id, text, amount) {
  return h("h2", { id: id + "-title" }, text, amount === undefined ? null : h("span", { class: "count" }, " · " + amount));
}

/** Long names break after a dot or a bracket, not in the middle of a word. */
function breakable(text) {
  return String(text).split(/(?<=[.(/$,])/).flatMap((part, i) => (i === 0 ? [part] : [h("wbr"), part]));
}

function where(frame) {
  const parts = frameParts(frame);
  if (!parts) return h("span", { class: "method" }, breakable(frame));
  return [
    h("span", { class: "package" }, breakable(parts.package)),
    h("span", { class: "method" }, breakable(parts.method)),
    "(", h("wbr"), h("span", { class: "line" }, parts.line), ")"];
}

function frames(list, key, label) {
  if (!list || list.length === 0) return null;
  return h("details", { "data-key": key }, h("summary", {}, label), h("ol", { class: "frames" }, list.map((frame) => h("li", {}, breakable(frame)))));
}

/** columns: [heading, css class, row => content]. Long tables show their first rows and a button. */
const unfolded = new Set();
function table(id, columns, rows, first) {
  const shown = unfolded.has(id) ? rows : rows.slice(0, first);
  const head = h("tr", {}, columns.map(([name, style]) => h("th", { class: style, scope: "col" }, name)));
  const body = shown.map((row) =>
    h("tr", {}, columns.map(([name, style, content]) => h("td", { class: style, "data-label": style === "wide" || style === "t" ? null : name }, content(row)))));
  const nodes = [h("div", { class: "scroll", tabindex: "0" }, h("table", { class: "rows" }, h("thead", {}, head), h("tbody", {}, body)))];
  if (shown.length < rows.length) {
    const more = h("button", { class: "more", type: "button" }, "Show all " + rows.length);
    more.addEventListener("click", () => {
      unfolded.add(id);
      redraw();
    });
    nodes.push(more);
  }
  return nodes;
}
