# One recipe for every service: docker build --build-arg SERVICE=review-service .
# The jars come from ./mvnw package, so what runs in the container is what the tests ran.
FROM eclipse-temurin:17.0.15_6-jdk-noble AS layers
ARG SERVICE
WORKDIR /layers
COPY ${SERVICE}/target/*-exec.jar service.jar
RUN java -Djarmode=tools -jar service.jar extract --layers --launcher --destination extracted

FROM eclipse-temurin:17.0.15_6-jre-noble
RUN groupadd --system --gid 10001 imprimatur \
 && useradd --system --uid 10001 --gid imprimatur --no-create-home imprimatur \
 && mkdir /data && chown imprimatur:imprimatur /data
WORKDIR /service
# what changes seldom first: a new release pulls the last layer only
COPY --from=layers /layers/extracted/dependencies/ ./
COPY --from=layers /layers/extracted/spring-boot-loader/ ./
COPY --from=layers /layers/extracted/snapshot-dependencies/ ./
COPY --from=layers /layers/extracted/application/ ./
USER imprimatur
VOLUME /data
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-Djava.awt.headless=true", "org.springframework.boot.loader.launch.JarLauncher"]
