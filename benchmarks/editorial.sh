#!/usr/bin/env bash
# Manuscripts per second through the editorial process beside the same models in the bare engine, and an article's galley
# beside bare FOP. Usage: benchmarks/editorial.sh [typesetting | editorial [OPTION…]]; see EditorialBenchmark for options.
set -eu
cd "$(dirname "$0")/.."
mkdir -p .imprimatur
./mvnw -B -ntp -q -pl benchmarks -am -DskipTests -Dspotless.check.skip -Dspring-boot.repackage.skip package \
  dependency:build-classpath -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime >.imprimatur/build.log 2>&1 \
  || { tail -n 25 .imprimatur/build.log >&2; exit 1; }
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT

run() { # main class below org.imprimatur.benchmarks, arguments…
  local main=$1; shift
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx1g -XX:+UseSerialGC -Djava.awt.headless=true \
    -Dimprimatur.log="$PWD/.imprimatur/benchmarks.log" ${JAVA_OPTS:-} \
    -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" "org.imprimatur.benchmarks.$main" "$@"
}

what=${1:-all}
[ $# -eq 0 ] || shift
case $what in
  typesetting | all) run typesetting.TypesettingBenchmark "$@" ;;
esac
case $what in
  editorial | all) run editorial.EditorialBenchmark "$data" "$@" ;;
esac
