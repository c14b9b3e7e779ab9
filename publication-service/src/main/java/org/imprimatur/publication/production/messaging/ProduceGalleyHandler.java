package org.imprimatur.publication.production.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.imprimatur.contracts.publication.ProduceGalley;
import org.imprimatur.messaging.errands.Errands;
import org.imprimatur.messaging.inbox.Handling;
import org.imprimatur.messaging.inbox.MessageHandler;
import org.imprimatur.messaging.inbox.Received;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.publication.production.GalleyOrder;
import org.imprimatur.publication.production.ProducingGalleys;
import org.springframework.stereotype.Component;

@Component
class ProduceGalleyHandler implements MessageHandler<ProduceGalley> {
    private final ProducingGalleys producing;
    private final Errands errands;
    private final DomainClock clock;

    ProduceGalleyHandler(ProducingGalleys producing, Errands errands, DomainClock clock) {
        this.producing = producing;
        this.errands = errands;
        this.clock = clock;
    }

    @Override
    public Class<ProduceGalley> message() {
        return ProduceGalley.class;
    }

    @Override
    public Handling handle(ProduceGalley command, Received received) {
        UUID id = UUID.nameUUIDFromBytes(received.id().getBytes(StandardCharsets.UTF_8));
        if (producing.order(id, order(command), clock.instant()) instanceof ProducingGalleys.ToSet toSet) {
            errands.plan(new Errands.Errand(
                    SettingGalleys.KIND, toSet.galley().toString(), Instant.now(), Errands.Time.REAL, Map.of()));
        }
        return Handling.done();
    }

    private static GalleyOrder order(ProduceGalley command) {
        return new GalleyOrder(
                command.manuscript(),
                command.number(),
                command.journal(),
                command.section(),
                command.articleType(),
                command.version(),
                command.metadata(),
                command.file(),
                command.correspondingAccount(),
                command.submittedAt(),
                Optional.ofNullable(command.revisedAt()),
                command.acceptedAt(),
                Optional.empty());
    }
}
