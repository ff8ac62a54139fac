// The report's parts, the most urgent first.

function showHeader(report) {
  byId("process").replaceChildren(
    h("b", {}, report.jvm.mainClass || "unnamed process"),
    " pid " + report.jvm.pid + " · " + report.jvm.collector + " · " + report.agent.mode + " mode · watched for "
      + duration(report.agent.uptimeSeconds));
  document.title = stateWord(report.verdict.state) + " · " + (report.jvm.mainClass.split(".").pop() || "Leasewarden");
}

function showVerdict(report) {
  const { verdict, heap } = report;
  const open = report.leases.reduce((sum, lease) => sum + lease.open, 0);
  const released = report.leases.reduce((sum, lease) => sum + Object.values(lease.expired).reduce((a, b) => a + b, 0), 0);
  const share = heap.usedAfterGcBytes !== null && heap.maxBytes > 0 ? Math.round((100 * heap.usedAfterGcBytes) / heap.maxBytes) : null;
  const enough = verdict.state !== "not-enough-data";
  const measured = verdict.slopeBytesPerSecond !== 0 || verdict.state === "steady";
  const figure = (name, value, note, style) =>
    h("div", {}, h("dt", {}, name), h("dd", { class: style }, value, note ? h("small", {}, " " + note) : null));
  byId("verdict").dataset.state = verdict.state;
  fill("verdict",
    h("div", {},
      h("p", { class: "state" }, stateWord(verdict.state)),
      h("p", { class: "reason" }, breakable(verdict.reason)),
      enough ? h("p", { class: "quiet" }, "Confidence " + Math.round(verdict.confidence * 100) + " %, from " + count(verdict.samples) + " collections.") : null),
    h("dl", { class: "figures" },
      figure("Heap after GC", bytes(heap.usedAfterGcBytes), share === null ? "" : share + " % of " + bytes(heap.maxBytes), share >= 90 ? "bad" : share >= 70 ? "warn" : null),
      figure("Heap growth", measured ? bytes(verdict.slopeBytesPerSecond * 3600) : "unknown", measured ? "an hour" : ""),
      figure("Open leases", count(open)),
      verdict.secondsToExhaustion !== null && verdict.secondsToExhaustion !== undefined
        ? figure("Heap full in", duration(verdict.secondsToExhaustion), "", verdict.secondsToExhaustion < 3600 ? "bad" : null)
        : figure("Released by the agent", count(released))));
}

function suspectCard(suspect) {
  const place = suspect.frames[0];
  const facts = [suspect.type, suspect.kind, suspect.rule, place ? suspect.className : null, suspect.holder ? "held by " + suspect.holder : null];
  return h("li", { class: "card suspect" },
    h("span", { class: "rank" }, suspect.rank),
    h("div", {},
      h("p", { class: "where" }, place ? where(place) : h("span", { class: "method" }, breakable(suspect.className || suspect.type))),
      h("p", { class: "what" }, breakable(facts.filter(Boolean).join(" · "))),
      h("ul", { class: "evidence" }, suspect.evidence.map((sentence) => h("li", {}, breakable(sentence)))),
      frames(suspect.frames, suspect.fingerprint, "Opening stack, " + suspect.frames.length + (suspect.frames.length === 1 ? " frame" : " frames"))),
    h("div", { class: "tally" },
      h("b", {}, count(suspect.open) + " " + ({ class: "instances", thread: "threads", pool: "lent" }[suspect.type] || "unreleased")),
      h("div", {}, perMinute(suspect.growthPerMinute)),
      suspect.bytes ? h("div", {}, bytes(suspect.bytes)) : null,
      h("div", {}, Math.round(suspect.confidence * 100) + "\u00a0%\u00a0sure")));
}

function showSuspects(report) {
  if (report.suspects.length === 0) {
    fill("suspects");
    return;
  }
  fill("suspects", title("suspects", report.suspects.length === 1 ? "The suspect" : "Suspects, the likeliest first"),
    h("ol", { class: "suspects" }, report.suspects.map(suspectCard)));
}

function showAlerts(report) {
  const rows = report.alerts.slice().reverse();
  fill("alerts", rows.length === 0 ? [] : [title("alerts", "Alerts", rows.length), table("alerts", [
    ["Time", "t", (alert) => clock(alert.at)],
    ["Level", null, (alert) => h("span", { class: { critical: "bad", warn: "warn" }[alert.level] }, alert.level)],
    ["What", "wide", (alert) => breakable(alert.text)]], rows, 5)]);
}

function showMistakes(report) {
  const rows = report.falsePositives.slice().reverse();
  fill("mistakes", rows.length === 0 ? [] : [title("mistakes", "Released although still in use; these sites are only observed now", rows.length), table("mistakes", [
    ["Used at", "t", (row) => clock(row.usedAt)],
    ["Rule", null, (row) => row.rule],
    ["Where", "wide", (row) => [h("span", { class: "mono" }, breakable(row.openFrames[0] || "unknown site")), frames(row.useFrames, "use " + row.site + row.usedAt, "Where it was used")]]], rows, 5)]);
}

function showExpiries(report) {
  const rows = report.expiries.slice().reverse();
  fill("expiries", rows.length === 0 ? [] : [title("expiries", "Released by the agent, newest first", rows.length), table("expiries", [
    ["Time", "t", (row) => clock(row.at)],
    ["Cause", null, (row) => row.cause],
    ["Outcome", null, (row) => h("span", { class: row.outcome === "expired" ? null : "bad" }, row.outcome)],
    ["What happened", "wide", (row) => breakable(row.sentence)]], rows, 8)]);
}

function showPools(report) {
  const use = (pool) => {
    if (pool.inUse === null || pool.inUse === undefined) return "unknown";
    const max = pool.max || pool.size || 0;
    const full = max > 0 && pool.inUse >= max;
    const bar = h("i", { class: full ? "full" : null });
    bar.style.width = max > 0 ? Math.min(100, (100 * pool.inUse) / max) + "%" : "0";
    return [pool.inUse + " of " + (max || "?"), h("span", { class: "meter" }, bar)];
  };
  const holders = (pool) => (pool.holders || []).map((held) =>
    h("div", { class: "quiet" }, "held by ", h("span", { class: "mono" }, breakable(held.site.frames[0] || held.site.fingerprint)),
      ": " + held.idle + " idle, for up to " + duration(held.longestIdleSeconds) + "; " + held.busy + " at work"));
  const clamps = (pool) => Object.entries(pool.clamped).map(([name, change]) => name + " " + change.from + " → " + change.to);
  fill("pools", report.pools.length === 0 ? [] : [title("pools", "Connection pools"), table("pools", [
    ["Address", null, (pool) => pool.address],
    ["In use", null, (pool) => [use(pool), pool.waiting ? h("div", { class: "bad" }, pool.waiting + " waiting") : null]],
    ["Limited by the agent", null, (pool) => clamps(pool).map((change) => h("div", {}, change))],
    ["State", "wide", (pool) => [pool.diagnosis ? h("div", {}, breakable(pool.diagnosis)) : pool.rule, holders(pool)]]], report.pools, 10)]);
}

function showStreams(report) {
  const rows = report.streams || [];
  const done = (row) => count(row.processed) + (row.total ? " of " + count(row.total) : "");
  fill("streams", rows.length === 0 ? [] : [title("streams", "Streams"), table("streams", [
    ["Rule", null, (row) => row.rule],
    ["Processed", "n", done],
    ["A second", "n", (row) => row.ratePerSecond.toFixed(1)],
    ["Failed", "n", (row) => h("span", { class: row.failed > 0 ? "bad" : null }, count(row.failed))],
    ["Backpressure", null, (row) => row.backpressureActive ? h("span", { class: "warn" }, "active, " + row.waiting + " waiting") : "off"]], rows, 8)]);
}

function showLarge(report) {
  const rows = report.largeResults || [];
  fill("large", rows.length === 0 ? [] : [title("large", "Places that collect many rows at once", rows.length), table("large", [
    ["Where", "wide", (row) => [h("span", { class: "mono" }, breakable(row.frames[0] || row.rule)), frames(row.frames, "large " + row.fingerprint, "Stack")]],
    ["Most rows", "n", (row) => count(row.mostRows)],
    ["Times", "n", (row) => count(row.times)]], rows, 5)]);
}

function showLeases(report) {
  const rows = report.leases.slice().sort((a, b) => b.open - a.open);
  const expired = (lease) => Object.values(lease.expired).reduce((a, b) => a + b, 0);
  fill("leases", rows.length === 0 ? [] : [title("leases", "All sites that open leases", rows.length), table("leases", [
    ["Opened at", "wide", (row) => [h("span", { class: "mono" }, breakable(row.site.frames[0] || "stack not captured yet")),
      row.disarmed ? h("span", { class: "warn" }, " only observed") : null, frames(row.site.frames, "site " + row.site.fingerprint, "Stack")]],
    ["Kind", null, (row) => row.kind],
    ["Open", "n", (row) => count(row.open)],
    ["Idle", "n", (row) => count(row.idlePastTtl)],
    ["Abandoned", "n", (row) => h("span", { class: row.abandoned > 0 ? "bad" : null }, count(row.abandoned))],
    ["Opened", "n", (row) => count(row.opened)],
    ["By the app", "n", (row) => count(row.released)],
    ["By the agent", "n", (row) => count(expired(row))]], rows, 8)]);
}

function showAgent(report, omitted) {
  const { cost } = report.agent;
  const matched = report.rules.filter((rule) => rule.classesMatched > 0).map((rule) => rule.id);
  const broken = report.rules.filter((rule) => rule.status.includes(";"));
  fill("agent", title("agent", "The agent itself"),
    h("p", { class: "quiet" }, "Version " + report.agent.version + ". Since start it took " + cost.cpuSeconds.toFixed(1) + " s of CPU, about "
      + bytes(cost.heapBytesEstimate) + " of heap, " + count(cost.stackCaptures) + " stacks and " + count(cost.agentGcs) + " collections. "
      + "Errors it kept from the application: " + count(cost.suppressedErrors) + "; leases not tracked because a bound was reached: " + count(cost.droppedLeases) + "."),
    h("p", { class: "quiet" }, matched.length === 0 ? "No rule has matched a class yet." : "Rules at work: " + matched.join(", ") + "."),
    omitted.map((sentence) => h("p", { class: "quiet" }, sentence)),
    broken.map((rule) => h("p", { class: "warn" }, rule.id + ": " + rule.status)));
}
