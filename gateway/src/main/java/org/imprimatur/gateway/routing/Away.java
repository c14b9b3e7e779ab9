package org.imprimatur.gateway.routing;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.function.ServerResponse;

/** The answer while a service can't be reached: the error page for 503. */
final class Away implements ServerResponse {
    private static final Logger LOG = LoggerFactory.getLogger(Away.class);

    Away(String service, Throwable fault) {
        LOG.warn("{} does not answer: {}", service, fault.getMessage());
    }

    @Override
    public HttpStatusCode statusCode() {
        return HttpStatus.SERVICE_UNAVAILABLE;
    }

    @Override
    public HttpHeaders headers() {
        return new HttpHeaders();
    }

    @Override
    public MultiValueMap<String, Cookie> cookies() {
        return new LinkedMultiValueMap<>();
    }

    @Override
    public ModelAndView writeTo(HttpServletRequest request, HttpServletResponse response, Context context)
            throws IOException {
        response.sendError(statusCode().value());
        return null;
    }
}
