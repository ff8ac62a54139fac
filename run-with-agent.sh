#!/usr/bin/env bash
# Runs a test app, or any java command, under the Leasewarden agent, and says where the report is.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
agent="$root/agent/core/target/leasewarden-agent.jar"
mode=guard
fail_on_leak=false
with_agent=true
agent_args=""
baseline=()
reports="${LEASEWARDEN_REPORT_DIR:-$root/target/leasewarden-reports}"

usage() {
  cat <<EOF
usage: run-with-agent.sh [--mode observe|guard|strict] [--fail-on-leak [--baseline FILE]] [--agent-args "k=v,..."] [APP [args...] | -- java ...]
  APP   a program under test-apps (default: demo); its arguments follow
  --    any java command line gets the agent
  --baseline FILE   leaks in it are known and do not fail; "java -jar leasewarden-agent.jar baseline" writes it
  --without-agent   runs the app alone, to see what it does by itself
Exit status: the application's own; with --fail-on-leak 3 if the last verdict is a leak or a lease leaked, 4 if there is no report.
EOF
}

say() { printf '%s\n' "$*" >&2; }

while [ $# -gt 0 ]; do
  case "$1" in
    --mode) mode=${2:?--mode needs a value}; shift 2 ;;
    --agent-args) agent_args=${2:?--agent-args needs a value}; shift 2 ;;
    --fail-on-leak) fail_on_leak=true; shift ;;
    --baseline) baseline=(--baseline "${2:?--baseline needs a file}"); shift 2 ;;
    --without-agent) with_agent=false; shift ;;
    -h | --help) usage; exit 0 ;;
    --) break ;;
    -*) say "unknown option $1"; usage >&2; exit 2 ;;
    *) break ;;
  esac
done

maven() {
  if command -v mvn >/dev/null 2>&1; then mvn "$@"; else "$root/mvnw" "$@"; fi
}

build() {
  local what=$1
  say "building $what (the first time this downloads its dependencies) ..."
  maven -q -f "$root/pom.xml" -DskipTests -Dspotless.check.skip=true -Djacoco.skip=true -pl "$what" -am package >&2
}

[ -f "$agent" ] || build agent/core
if [ "$with_agent" = true ]; then
  mkdir -p "$(dirname "$reports")"
  options="mode=$mode,report.dir=$reports"
else
  options=""
fi

java_bin="${JAVA_HOME:+$JAVA_HOME/bin/}java"

launch_app() {
  local app=${1:-demo}
  [ $# -gt 0 ] && shift
  local dir="$root/test-apps/$app"
  if [ ! -f "$dir/pom.xml" ] || [ "$app" = harness ] || [ "$app" = support ]; then
    say "no test app named $app; there are: $(cd "$root/test-apps" && grep -l '<app.main-class>' */pom.xml | cut -d/ -f1 | tr '\n' ' ')"
    exit 2
  fi
  [ -f "$dir/target/classpath" ] || build "test-apps/$app"
  # the demo lives for a minute, so it shortens what is sized for services that live for months
  local demo="sample.interval=1s,heap.warmup=5s,owner.grace=5s,gc.on-pool-pressure=1s,ttl.subscription=3s"
  [ "$app" = demo ] && options="${options:+$options,$demo}"
  if grep -q neo4j-java-driver "$dir/pom.xml" && [ -z "${NEO4J_URI:-}" ]; then start_neo4j; fi
  # what an operator would write for the app, and the heap it is made for
  [ -f "$dir/rules.json" ] && [ -n "$options" ] && options="$options,rules=$dir/rules.json"
  local heap=256m
  [ "$app" = stream-pipeline ] && heap=64m
  run_java "-Xmx$heap" -cp "$(cat "$dir/target/classpath")" "$(cat "$dir/target/main-class")" "$@"
}

server_pid=""
server_dir=""
stop_neo4j() {
  [ -z "$server_pid" ] || { exec 9>&-; wait "$server_pid" 2>/dev/null || true; }
  [ -z "$server_dir" ] || rm -rf "$server_dir"
}
trap stop_neo4j EXIT

# A real Neo4j in its own JVM; it ends when its standard input does, so it cannot outlive this script.
start_neo4j() {
  [ -f "$root/test-apps/neo4j-server/target/classpath" ] || build test-apps/neo4j-server
  say "starting an embedded Neo4j ..."
  server_dir=$(mktemp -d)
  mkfifo "$server_dir/stdin"
  local flags=()
  if "$java_bin" -version 2>&1 | grep -qE 'version "(2[4-9]|[3-9][0-9])'; then
    flags=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)
  fi
  "$java_bin" -Xmx512m -XX:+UseSerialGC -Djava.io.tmpdir="$server_dir" ${flags[@]+"${flags[@]}"} \
    -cp "$(cat "$root/test-apps/neo4j-server/target/classpath")" "$(cat "$root/test-apps/neo4j-server/target/main-class")" \
    <"$server_dir/stdin" >"$server_dir/stdout" 2>"$server_dir/stderr" 9>&- &
  server_pid=$!
  exec 9>"$server_dir/stdin"
  local waited=0
  until grep -q '^bolt://' "$server_dir/stdout"; do
    if ! kill -0 "$server_pid" 2>/dev/null || [ "$waited" -ge 1200 ]; then
      say "the embedded Neo4j did not start:"
      cat "$server_dir/stderr" >&2
      exit 1
    fi
    sleep 0.1
    waited=$((waited + 1))
  done
  NEO4J_URI=$(grep -m1 '^bolt://' "$server_dir/stdout")
  export NEO4J_URI
}

run_java() {
  local status=0
  if [ "$with_agent" = false ]; then
    "$java_bin" "$@" 9>&- || status=$?
    exit "$status"
  fi
  [ -z "$agent_args" ] || options="$options,$agent_args"
  rm -f "$reports/latest.json"
  "$java_bin" "-javaagent:$agent=$options" "$@" 9>&- || status=$?
  say ""
  local checked=0
  "$java_bin" -jar "$agent" check --dir "$reports" ${baseline[@]+"${baseline[@]}"} >&2 || checked=$?
  if [ "$fail_on_leak" = true ] && [ "$status" -eq 0 ]; then status=$checked; fi
  exit "$status"
}

if [ "${1:-}" = "--" ]; then
  shift
  [ "${1:-}" = java ] || case "${1:-}" in */java) ;; *) say "after -- a java command is expected, not \"${1:-}\""; exit 2 ;; esac
  java_bin=$1
  shift
  run_java "$@"
else
  launch_app "$@"
fi
