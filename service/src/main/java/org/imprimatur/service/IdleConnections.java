package org.imprimatur.service;

import org.springframework.boot.context.event.ApplicationStartingEvent;
import org.springframework.context.ApplicationListener;

/**
 * The JDK's HTTP client keeps an idle connection for minutes, Tomcat for 20 seconds: what is sent on it just then finds
 * nobody, and a POST may not be repeated. So ours lets go first, of every connection in this JVM. The client reads the
 * setting when it is first used, hence so early.
 */
final class IdleConnections implements ApplicationListener<ApplicationStartingEvent> {

    static final String KEPT_FOR_SECONDS = "jdk.httpclient.keepalive.timeout";

    @Override
    public void onApplicationEvent(ApplicationStartingEvent event) {
        if (System.getProperty(KEPT_FOR_SECONDS) == null) {
            System.setProperty(KEPT_FOR_SECONDS, "10");
        }
    }
}
