package org.imprimatur.web.live;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** One hub of changes for a context. */
@AutoConfiguration
public class WebLive {
    @Bean
    Changes changes() {
        return new Changes();
    }
}
