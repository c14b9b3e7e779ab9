package org.imprimatur.review.process;

import java.time.Instant;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.TimeZone;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;

/** Reckons with ISO 8601 durations as the engine's timers do, so that what is said and what happens agree. */
final class Spans {

    private static final DatatypeFactory FACTORY = factory();

    private Spans() {}

    static Instant after(Instant moment, String duration) {
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setTime(Date.from(moment));
        FACTORY.newDuration(duration).addTo(calendar);
        return calendar.toInstant();
    }

    private static DatatypeFactory factory() {
        try {
            return DatatypeFactory.newInstance();
        } catch (DatatypeConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }
}
