#!/usr/bin/env bash
# Times the dashboard with 10,000 and with 1,000,000 manuscripts, one in fifty under way. Usage: benchmarks/dashboard.sh [SIZE…]
# With --serve SIZE it fills one, says where it is and keeps it up, to be looked at.
set -eu
cd "$(dirname "$0")/.."
./mvnw -B -ntp -q -pl benchmarks -am -DskipTests -Dspotless.check.skip -Dspring-boot.repackage.skip package dependency:build-classpath \
  -Dmdep.outputFile=target/classpath -Dmdep.includeScope=runtime
exec java -Xmx1g -Djava.awt.headless=true -Dlogging.level.root=warn -cp "benchmarks/target/classes:$(cat benchmarks/target/classpath)" \
  org.imprimatur.benchmarks.dashboard.Dashboard ${@:-10000 1000000}
