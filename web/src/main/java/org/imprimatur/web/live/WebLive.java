package org.imprimatur.web.live;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;

/** One hub of changes for a context. */
@AutoConfiguration
public class WebLive {
    @Bean
    Changes changes() {
        return new Changes();
    }

    /** Ends open streams before the server begins to wait for its requests, which they would hold up. */
    @Bean
    SmartLifecycle endingStreams(Changes changes) {
        return new SmartLifecycle() {
            private volatile boolean running;

            @Override
            public void start() {
                running = true;
            }

            @Override
            public void stop() {
                running = false;
                changes.close();
            }

            @Override
            public boolean isRunning() {
                return running;
            }
        };
    }
}
