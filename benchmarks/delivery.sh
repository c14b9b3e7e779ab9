#!/usr/bin/env bash
# Events through outbox, Kafka and inbox, and mails out of the queue, each beside its limit in the same run.
# Usage: benchmarks/delivery.sh [EVENTS [ROUNDS [MAILS]]]
set -eu
cd "$(dirname "$0")/.."
events=${1:-2000}
rounds=${2:-5}
mails=${3:-1000}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT

./mvnw -B -ntp -q -pl benchmarks -am -DskipTests -Dspotless.check.skip -Dspring-boot.repackage.skip package dependency:build-classpath \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime >"$out/build.log" 2>&1 || { tail -n 25 "$out/build.log" >&2; exit 1; }

measure() { # as ./imprimatur runs the standalone
  java -Xmx768m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.awt.headless=true -Dlogging.level.root=warn \
    -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" "$@"
}

uptime
measure org.imprimatur.benchmarks.delivery.Delivery "$out/delivery" "$events" "$rounds"
measure org.imprimatur.benchmarks.mail.Drain "$out/mail" "$mails" "$rounds"
uptime
