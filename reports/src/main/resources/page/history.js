// Points in time become columns: what a chart needs, and what takes the least room inside a saved page.

function emptyHistory() {
  return { heap: { at: [], used: [] }, collections: [], leases: { at: [], kinds: {}, sites: {} }, verdicts: [] };
}

/** points: [{at, usedAfterGcBytes, gc, verdict, open: {kind: n}, sites: {fingerprint: n}}], oldest first; no gc means that every point is one. */
function columnsOf(points) {
  const history = emptyHistory();
  const counted = points.filter((point) => point.open || point.sites);
  history.leases.at = counted.map((point) => Date.parse(point.at) / 1000);
  for (const [column, field] of [["kinds", "open"], ["sites", "sites"]]) {
    const names = new Set(counted.flatMap((point) => Object.keys(point[field] || {})));
    for (const name of names) {
      history.leases[column][name] = counted.map((point) => (point[field] || {})[name] ?? (point[field] ? 0 : null));
    }
  }
  let last = null;
  for (const point of points) {
    const at = Date.parse(point.at) / 1000;
    const used = point.usedAfterGcBytes;
    if (used !== null && used !== undefined && at > last) {
      history.heap.at.push(at);
      history.heap.used.push(used);
      if (point.gc !== false) history.collections.push(at);
      last = at;
    }
    if (point.verdict) judge(history, at, point.verdict);
  }
  return history;
}

/** A verdict holds until the next one. */
function judge(history, at, state) {
  const open = history.verdicts[history.verdicts.length - 1];
  if (open) open.to = at;
  if (!open || open.state !== state) history.verdicts.push({ from: at, to: at, state });
}

/** What a page that is left open learns by itself: one point for each answer, oldest dropped first. */
const SEEN_MOST = 1000;
const seen = [];
function remember(report) {
  const sites = {};
  for (const lease of report.leases) sites[lease.site.fingerprint] = (sites[lease.site.fingerprint] || 0) + lease.open;
  if (seen.length > 0 && seen[seen.length - 1].at === report.generatedAt) return;
  seen.push({ at: report.generatedAt, verdict: report.verdict.state, sites });
  if (seen.length > SEEN_MOST) seen.shift();
}

/** The agent's own history, with what this page saw where the agent does not say it. */
function joined(points, report) {
  const history = columnsOf(points.length > 0 ? points : report.heap.series.map((point) => ({ ...point })));
  const own = columnsOf(seen);
  if (Object.keys(history.leases.sites).length === 0 && own.leases.at.length > 1) history.leases = own.leases;
  if (history.verdicts.length === 0) history.verdicts = own.verdicts;
  return history;
}
