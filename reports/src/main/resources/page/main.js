// Where the page starts: with the data inside it, or, without any, by asking the agent that served it.

let current = null;

function show(report, history, omitted) {
  current = [report, history, omitted];
  redraw();
}

function redraw() {
  if (current === null) return;
  const [report, history, omitted] = current;
  showHeader(report);
  showVerdict(report);
  showSuspects(report);
  showCharts(report, history);
  showAlerts(report);
  showMistakes(report);
  showExpiries(report);
  showPools(report);
  showStreams(report);
  showLarge(report);
  showLeases(report);
  showAgent(report, omitted);
}

const dark = matchMedia("(prefers-color-scheme: dark)");
let chosen = null;

function theme() {
  const name = chosen || (dark.matches ? "dark" : "light");
  document.documentElement.dataset.theme = name;
  byId("theme").textContent = name === "dark" ? "Light" : "Dark";
  redraw();
}

byId("theme").addEventListener("click", () => {
  chosen = document.documentElement.dataset.theme === "dark" ? "light" : "dark";
  theme();
});
dark.addEventListener("change", theme);
theme();

const inside = byId("data");
if (inside === null) {
  startLive();
} else {
  const { report, history, omitted } = JSON.parse(inside.textContent);
  freshness("Report of " + clock(report.generatedAt, true), "");
  show(report, { ...history, collections: history.heap.at }, omitted);
}
