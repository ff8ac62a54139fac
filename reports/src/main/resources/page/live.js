// Talks to the agent that served this page.

const POLL_MILLIS = 10000;
let token = null;
let answeredAt = null;

async function ask(path) {
  const headers = token === null ? {} : { Authorization: "Bearer " + token };
  const answer = await fetch(path, { headers, cache: "no-store", credentials: "omit", signal: AbortSignal.timeout(8000) });
  if (answer.status === 401) throw new Unauthorised();
  if (!answer.ok) throw new Error("the agent answered " + answer.status);
  return answer.json();
}

class Unauthorised extends Error {}

async function refresh() {
  try {
    const [report, history] = await Promise.all([ask("api/memory/report"), ask("api/memory/history")]);
    answeredAt = new Date();
    byId("login").hidden = true;
    remember(report);
    show(report, joined(history.points || [], report), []);
    freshness("Live, " + clock(answeredAt), "live");
  } catch (error) {
    if (error instanceof Unauthorised) {
      login(token === null ? "Token needed" : "This token was refused");
      return;
    }
    freshness(answeredAt === null
      ? "No answer from the agent: " + error.message
      : "No answer since " + clock(answeredAt) + ". What you see is old.", "stale");
  }
}

function login(reason) {
  freshness(reason, "stale");
  byId("login").hidden = false;
  byId("token").focus();
}

function freshness(text, style) {
  const line = byId("freshness");
  line.className = "freshness " + style;
  line.textContent = text;
}

function startLive() {
  byId("login").addEventListener("submit", (event) => {
    event.preventDefault();
    token = byId("token").value.trim();
    byId("token").value = "";
    refresh();
  });
  freshness("Asking the agent …", "");
  const poll = () => {
    if (!document.hidden && byId("login").hidden) refresh();
  };
  setInterval(poll, POLL_MILLIS);
  document.addEventListener("visibilitychange", poll);
  refresh();
}
