package org.imprimatur.submission.manuscript.gateway;

import java.util.Optional;
import org.imprimatur.submission.manuscript.AuthenticatedIds;
import org.springframework.stereotype.Component;

@Component
class GatewayIds implements AuthenticatedIds {

    private final GatewayPeople people;

    GatewayIds(GatewayPeople people) {
        this.people = people;
    }

    @Override
    public Optional<String> of(String account) {
        return people.orcid(account);
    }
}
