#!/usr/bin/env bash
# Times the demonstration warm, and the start-up, memory and idle CPU of the standalone. Usage: benchmarks/standalone.sh [RUNS]
set -eu
cd "$(dirname "$0")/.."
runs=${1:-5}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

spread() { sort -n "$1" | awk '{v[NR] = $1} END {printf "min %.1f s, median %.1f s, max %.1f s\n", v[1] / 1000, v[int((NR + 1) / 2)] / 1000, v[NR] / 1000}'; }

./imprimatur demo --once "$out/first" >/dev/null # builds what is missing
for run in $(seq "$runs"); do
  begun=$(date +%s%N)
  ./imprimatur demo --once "$out/$run" >/dev/null
  echo $((($(date +%s%N) - begun) / 1000000)) >>"$out/wall"
  sed -n 's/.*"started" : \([0-9]*\).*/\1/p' "$out/$run/timings.json" >>"$out/started"
done
echo "demo --once, warm, $runs runs: $(spread "$out/wall")"
echo "of it start-up of everything: $(spread "$out/started")"

IMPRIMATUR_PORT=${IMPRIMATUR_PORT:-18181} ./imprimatur demo >"$out/demo" &
shell=$!
until grep -q 'Ctrl-C ends it all' "$out/demo"; do sleep 1; done
sleep 20 # whatever follows the story has settled
processes() { echo "$shell"; for p in $(pgrep -f "$PWD/.imprimatur/demo/unpacked"); do echo "$p"; pgrep -P "$p" || true; done | sort -u; }
ticks() { for p in $(processes); do awk '{print $14 + $15}' "/proc/$p/stat" 2>/dev/null || true; done | awk '{s += $1} END {print s}'; }
pss() { for p in "$@"; do awk '/^Pss:/ {print $2}' "/proc/$p/smaps_rollup" 2>/dev/null || true; done | awk '{s += $1} END {print int(s / 1024)}'; }
before=$(ticks)
sleep 30
echo "idle CPU of all its processes: $(awk -v t=$(($(ticks) - before)) -v hz="$(getconf CLK_TCK)" 'BEGIN {printf "%.1f", t / hz / 30 * 100}') % of a core"
echo "memory after the story: JVM $(pss "$shell") MiB, with PostgreSQL $(pss $(processes)) MiB (proportional set size)"
kill "$shell"
wait "$shell" || true
