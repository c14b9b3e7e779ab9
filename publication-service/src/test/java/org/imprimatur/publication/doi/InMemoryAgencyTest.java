package org.imprimatur.publication.doi;

import org.imprimatur.publication.InMemoryAgency;

class InMemoryAgencyTest extends AgencyContract {
    private final InMemoryAgency agency = new InMemoryAgency();

    @Override
    protected Agency agency() {
        return agency;
    }

    @Override
    protected void awayFor(int sendings) {
        agency.away(sendings);
    }

    @Override
    protected void refuse(String message) {
        agency.refuse(DOI, message);
    }
}
