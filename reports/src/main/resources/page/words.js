// Numbers and times as a person reads them.

const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];

function bytes(given) {
  if (given === null || given === undefined) return "unknown";
  let value = Math.abs(given);
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  const digits = value >= 100 || unit === 0 ? 0 : value >= 10 ? 1 : 2;
  return (given < 0 ? "−" : "") + value.toFixed(digits) + "\u00a0" + UNITS[unit];
}

function count(given) {
  return given === null || given === undefined ? "?" : given.toLocaleString("en");
}

function perMinute(given) {
  const size = Math.abs(given);
  return (given < 0 ? "−" : "+") + (size >= 10 ? Math.round(size).toLocaleString("en") : size.toFixed(1)) + " a minute";
}

function duration(seconds) {
  if (seconds === null || seconds === undefined) return "";
  const steps = [[86400, "d"], [3600, "h"], [60, "min"], [1, "s"]];
  for (let i = 0; i < steps.length; i++) {
    const [size, name] = steps[i];
    if (seconds < size) continue;
    const whole = Math.floor(seconds / size);
    const rest = i < 2 ? Math.floor((seconds % size) / steps[i + 1][0]) : 0;
    return whole + " " + name + (rest > 0 ? " " + rest + " " + steps[i + 1][1] : "");
  }
  return "0 s";
}

const pad = (n) => String(n).padStart(2, "0");

/** Local time of day; the date too when it is another day. */
function clock(iso, always) {
  const at = new Date(iso);
  const time = pad(at.getHours()) + ":" + pad(at.getMinutes()) + ":" + pad(at.getSeconds());
  const day = at.getFullYear() + "-" + pad(at.getMonth() + 1) + "-" + pad(at.getDate());
  return always || at.toDateString() !== new Date().toDateString() ? day + " " + time : time;
}

function stateWord(state) {
  return { leak: "Leak", growing: "Growing", steady: "Steady", "not-enough-data": "Not enough data" }[state] || state;
}

/** "com.acme.OrderRepository.save(OrderRepository.java:29)" in its parts; null if it does not look like that. */
function frameParts(frame) {
  const match = /^(.*\.)?([^.(]+\.[^.(]+)\(([^()]*)\)$/.exec(frame);
  return match && { package: match[1] || "", method: match[2], line: match[3] };
}

/** The class and method of a frame with its line, for places with little room. */
function shortFrame(frame) {
  const parts = frameParts(frame);
  if (!parts) return frame;
  const line = /:(\d+)$/.exec(parts.line);
  return parts.method + (line ? ":" + line[1] : "");
}
