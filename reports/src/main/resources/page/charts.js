// Two charts: heap after GC with verdicts and collections, and open leases over time.

const SITES_SHOWN = 8;
/** More collections than this cannot be told apart. */
const TICKS = 150;
let drawn = [];

const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function axis(format) {
  return {
    stroke: css("--soft"), font: "12px " + css("--text"), grid: { stroke: css("--line"), width: 1 }, ticks: { show: false }, size: 62,
    values: (_, splits) => splits.map(format) };
}

/** Round numbers of bytes are powers of two. */
const BYTE_STEPS = Array.from({ length: 50 }, (_, i) => 2 ** i);

function timeAxis() {
  return { stroke: css("--soft"), font: "12px " + css("--text"), grid: { show: false }, ticks: { stroke: css("--line"), size: 4 }, size: 30, space: 70 };
}

function plot(box, data, series, yAxis, extra) {
  const chart = new uPlot({
    width: Math.max(200, box.clientWidth), height: box.clientHeight, legend: { show: false }, pxAlign: 1,
    cursor: { y: false, points: { size: 6 } },
    scales: { x: { time: true }, y: { range: (_, low, high) => [0, Math.max(extra.least || 1, (high || 0) * 1.12)] } },
    axes: [Object.assign(timeAxis(), { values: timeLabels }), yAxis],
    series: [{}].concat(series), hooks: extra.hooks || {}, padding: [8, 24, 0, 0] }, data, box);
  drawn.push([chart, box]);
  return chart;
}

/** 24-hour labels; days where the axis crosses midnight. */
function timeLabels(_, splits) {
  let day = null;
  const long = splits.length > 1 && splits[splits.length - 1] - splits[0] > 86400;
  const fine = splits.length > 1 && splits[1] - splits[0] < 60;
  return splits.map((seconds) => {
    const at = new Date(seconds * 1000);
    const time = pad(at.getHours()) + ":" + pad(at.getMinutes()) + (fine ? ":" + pad(at.getSeconds()) : "");
    const date = pad(at.getMonth() + 1) + "-" + pad(at.getDate());
    const label = long && date !== day ? date + "\n" + time : time;
    day = date;
    return label;
  });
}

/** Marks under the curve: a strip in the verdict's colour, and one tick for each collection as long as they can be told apart. */
function marks(history) {
  return (chart) => {
    const { ctx, bbox } = chart;
    const ratio = devicePixelRatio || 1;
    const strip = 5 * ratio;
    const bottom = bbox.top + bbox.height;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    for (const span of history.verdicts) {
      const from = chart.valToPos(span.from, "x", true);
      const to = Math.max(from + ratio, chart.valToPos(span.to, "x", true));
      ctx.fillStyle = css(span.state === "not-enough-data" ? "--line" : "--" + span.state);
      ctx.fillRect(from, bottom - strip, to - from, strip);
    }
    if (history.collections.length <= TICKS) {
      ctx.fillStyle = css("--soft");
      for (const at of history.collections) {
        ctx.fillRect(Math.round(chart.valToPos(at, "x", true)), bottom - strip - 8 * ratio, ratio, 6 * ratio);
      }
    }
    ctx.restore();
  };
}

/** The limits at which the agent alerts, where the scale reaches them. */
function limits(max) {
  return (chart) => {
    const { ctx, bbox } = chart;
    ctx.save();
    ctx.setLineDash([4, 4]);
    ctx.lineWidth = 1;
    for (const [share, colour] of [[0.7, "--growing"], [0.9, "--leak"], [1, "--soft"]]) {
      const y = chart.valToPos(share * max, "y", true);
      if (y < bbox.top || max <= 0) continue;
      ctx.strokeStyle = css(colour);
      ctx.beginPath();
      ctx.moveTo(bbox.left, y);
      ctx.lineTo(bbox.left + bbox.width, y);
      ctx.stroke();
    }
    ctx.restore();
  };
}

function chartCard(id, text, below) {
  const readout = h("p", { class: "readout" });
  const box = h("div", { class: "plot" });
  fill(id, h("div", { class: "chart-head" }, title(id, text), readout), box, below);
  return { readout, box };
}

function showHeap(report, history) {
  const { at, used } = history.heap;
  if (at.length < 2) {
    fill("heap", title("heap", "Heap after GC"), h("p", { class: "quiet" }, "Not enough collections yet to draw a line."));
    return;
  }
  const states = Array.from(new Set(history.verdicts.map((span) => span.state)));
  const ticks = history.collections.length > 0 && history.collections.length <= TICKS ? h("span", {}, h("i", { class: "tick" }), "one collection") : null;
  const key = h("p", { class: "strip" }, states.map((state) => h("span", {}, h("i", { class: state }), "verdict " + state.replaceAll("-", " "))), ticks);
  const { readout, box } = chartCard("heap", "Heap after GC", [key, outside(report)]);
  const tell = (i) => (readout.textContent = bytes(used[i]) + " at " + clock(at[i] * 1000));
  plot(box, [at, used], [{ stroke: css("--accent"), width: 1.3, fill: css("--accent") + "18", points: { show: false } }], Object.assign(axis(bytes), { incrs: BYTE_STEPS }), {
    least: 1024 * 1024,
    hooks: { draw: [limits(report.heap.maxBytes), marks(history)], setCursor: [(u) => tell(u.cursor.idx ?? at.length - 1)] } });
  tell(at.length - 1);
}

/** What a heap chart cannot show. */
function outside(report) {
  const nonHeap = report.heap.nonHeap;
  const rows = [["Resident, the whole process", bytes(nonHeap.rssBytes)], ["Direct and mapped buffers", bytes(nonHeap.directBytes)],
    ["Metaspace", bytes(nonHeap.metaspaceBytes)], ["Threads", count(nonHeap.threads)]];
  if (report.container) {
    rows.push(["Container, of its limit", bytes(report.container.usedBytes) + " of " + bytes(report.container.limitBytes)]);
  }
  return h("dl", { class: "outside" }, rows.map(([name, value]) => h("div", {}, h("dt", {}, name), h("dd", {}, value))));
}

/** The sites (or, where only those are known, kinds) with most open leases, one line each. */
function showOpen(report, history) {
  const bySite = Object.keys(history.leases.sites).length > 0;
  const columns = bySite ? history.leases.sites : history.leases.kinds;
  const at = history.leases.at;
  const lastOf = (key) => columns[key][columns[key].length - 1] || 0;
  const names = Object.keys(columns).sort((a, b) => lastOf(b) - lastOf(a)).slice(0, SITES_SHOWN);
  if (at.length < 2 || names.length === 0) {
    fill("open");
    return;
  }
  const places = new Map(report.leases.map((lease) => [lease.site.fingerprint, lease.site.frames[0]]));
  const values = names.map(() => h("span", {}));
  const key = h("ul", { class: "keys" }, names.map((name, i) => h("li", { class: "s" + i, title: places.get(name) || name },
    h("span", { class: "swatch" }), h("span", { class: "name" }, bySite ? shortFrame(places.get(name) || name) : name), values[i])));
  const { readout, box } = chartCard("open", bySite ? "Open leases by site" : "Open leases by kind", key);
  const tell = (i) => {
    readout.textContent = clock(at[i] * 1000);
    names.forEach((name, n) => (values[n].textContent = count(columns[name][i])));
  };
  plot(box, [at].concat(names.map((name) => columns[name])),
    names.map((_, i) => ({ stroke: css("--s" + i), width: 1.8, points: { show: false }, spanGaps: true })), axis((v) => count(v)), {
      least: 4, hooks: { setCursor: [(u) => tell(u.cursor.idx ?? at.length - 1)] } });
  tell(at.length - 1);
}

function showCharts(report, history) {
  drawn.forEach(([chart]) => chart.destroy());
  drawn = [];
  showHeap(report, history);
  showOpen(report, history);
}

addEventListener("resize", () => drawn.forEach(([chart, box]) => chart.setSize({ width: Math.max(200, box.clientWidth), height: box.clientHeight })));
