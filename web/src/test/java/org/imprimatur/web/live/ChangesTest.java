package org.imprimatur.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

class ChangesTest {
    private final Changes changes = new Changes(Duration.ofHours(1));

    @AfterEach
    void end() {
        changes.close();
    }

    @Test
    void a_page_hears_of_its_topics_and_of_no_others() throws Exception {
        Client client = listen("m-1", "m-2");
        changes.changed("m-3");
        changes.changed("m-2");
        assertThat(client.next()).contains("event:changed", "data:m-2", "id:");
    }

    @Test
    void a_topic_that_changes_often_while_a_client_is_slow_is_told_once() throws Exception {
        Client client = listen("m-1", "m-2");
        client.stall();
        changes.changed("m-1"); // taken by the writer, which now stands still in the client
        client.stalled.await();
        for (int times = 0; times < 1000; times++) {
            changes.changed("m-2");
        }
        client.goOn();
        assertThat(client.next()).contains("data:m-1");
        assertThat(client.next()).contains("data:m-2");
        changes.changed("m-1");
        assertThat(client.next()).contains("data:m-1");
    }

    @Test
    void a_slow_client_holds_up_nobody_else() throws Exception {
        Client slow = listen("m-1");
        slow.stall();
        changes.changed("m-1");
        slow.stalled.await();
        Client quick = listen("m-1");
        changes.changed("m-1");
        assertThat(quick.next()).contains("data:m-1");
        slow.goOn();
    }

    @Test
    void a_client_that_has_gone_is_forgotten() throws Exception {
        Client gone = listen("m-1");
        gone.gone = true;
        changes.changed("m-1");
        Client here = listen("m-1");
        changes.changed("m-1");
        assertThat(here.next()).contains("data:m-1");
        await().until(() -> changes.listening("m-1") == 1);
    }

    @Test
    void a_client_that_comes_back_is_told_that_all_its_topics_changed() throws Exception {
        var client = new Client();
        changes.subscribe(client, true, "m-1", "m-2");
        assertThat(List.of(client.next(), client.next()))
                .anySatisfy(event -> assertThat(event).contains("data:m-1"))
                .anySatisfy(event -> assertThat(event).contains("data:m-2"));
    }

    @Test
    void an_idle_stream_is_kept_open_by_heartbeats() throws Exception {
        try (var beating = new Changes(Duration.ofMillis(5))) {
            var client = new Client();
            beating.subscribe(client, false, "m-1");
            assertThat(client.comments.poll(10, TimeUnit.SECONDS)).isNotNull();
            assertThat(client.comments.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private Client listen(String... topics) throws InterruptedException {
        var client = new Client();
        changes.subscribe(client, false, topics);
        assertThat(client.comments.poll(10, TimeUnit.SECONDS)).as("greeting").isNotNull();
        return client;
    }

    private static final class Client extends SseEmitter {
        private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
        private final BlockingQueue<String> comments = new LinkedBlockingQueue<>();
        private final CountDownLatch stalled = new CountDownLatch(1);
        private volatile CountDownLatch gate = new CountDownLatch(0);
        private volatile boolean gone;

        void stall() {
            gate = new CountDownLatch(1);
        }

        void goOn() {
            gate.countDown();
        }

        String next() throws InterruptedException {
            return events.poll(10, TimeUnit.SECONDS);
        }

        @Override
        public void send(SseEventBuilder builder) throws IOException {
            if (gone) {
                throw new IOException("the client has gone");
            }
            String text = builder.build().stream()
                    .map(ResponseBodyEmitter.DataWithMediaType::getData)
                    .map(Object::toString)
                    .collect(Collectors.joining());
            if (gate.getCount() > 0) {
                stalled.countDown();
                await(gate);
            }
            (text.startsWith(":") ? comments : events).add(text);
        }

        private static void await(CountDownLatch latch) throws IOException {
            try {
                latch.await();
            } catch (InterruptedException ended) {
                throw new IOException(ended);
            }
        }
    }
}
