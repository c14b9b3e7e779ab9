package org.imprimatur.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.imprimatur.contracts.accounts.RoleGranted;
import org.imprimatur.contracts.accounts.RoleRevoked;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Actor;
import org.imprimatur.gateway.accounts.Application;
import org.imprimatur.gateway.accounts.Grant;
import org.imprimatur.gateway.accounts.GrantingRoles;
import org.imprimatur.gateway.accounts.OpeningAccounts;
import org.imprimatur.gateway.accounts.RevokingRoles;
import org.imprimatur.gateway.accounts.Role;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds whatever happens at once, and in whatever order. */
class AtOnceTest extends InGateway {
    private static final Grant HOUSE = new Grant(Grant.HOUSE, Role.ADMINISTRATOR);
    private static final Actor ADMINISTRATOR = new Actor.Person("administrator", Set.of(HOUSE));

    @Autowired
    OpeningAccounts opening;

    @Autowired
    GrantingRoles granting;

    @Autowired
    RevokingRoles revoking;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void of_ten_who_open_an_account_for_one_address_at_once_one_does() throws Exception {
        String address = "race-" + UUID.randomUUID() + "@example.org";
        var application = new Application("Noor Fatima", address, "", null);
        List<OpeningAccounts.Result> results = atOnce(
                10,
                number -> () -> transaction.execute(status -> opening.open(
                        ADMINISTRATOR, application, UUID.randomUUID().toString(), Instant.EPOCH)));
        assertThat(results).filteredOn(OpeningAccounts.Opened.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(OpeningAccounts.AlreadyOpen.class::isInstance)
                .hasSize(9);
        assertThat(recorded.said).hasSize(1);
    }

    @Test
    void of_administrators_who_all_resign_at_once_one_stays() throws Exception {
        jdbc.sql("DELETE FROM held_role WHERE journal = '*'").update();
        List<String> all = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            all.add(administrator().id());
        }
        List<RevokingRoles.Result> results = atOnce(
                5,
                number -> () -> transaction.execute(status ->
                        revoking.revoke(new Actor.Person(all.get(number), Set.of(HOUSE)), all.get(number), HOUSE)));
        assertThat(results).filteredOn(RevokingRoles.Result.REVOKED::equals).hasSize(4);
        assertThat(results)
                .filteredOn(RevokingRoles.Result.LAST_ADMINISTRATOR::equals)
                .hasSize(1);
        assertThat(accounts.hasAdministrator()).isTrue();
    }

    @Test
    void of_two_who_set_up_the_house_at_once_one_becomes_its_administrator() throws Exception {
        jdbc.sql("DELETE FROM held_role WHERE journal = '*'").update();
        List<OpeningAccounts.Result> results = atOnce(
                2,
                number -> () -> transaction.execute(status -> opening.open(
                        new Actor.Setup(),
                        new Application("First", UUID.randomUUID() + "@example.org", "", PASSWORD),
                        UUID.randomUUID().toString(),
                        Instant.EPOCH)));
        assertThat(results).filteredOn(OpeningAccounts.Opened.class::isInstance).hasSize(1);
        assertThat(results)
                .filteredOn(OpeningAccounts.NotAllowed.class::isInstance)
                .hasSize(1);
    }

    @RepeatedTest(5)
    void the_facts_that_were_said_add_up_to_the_roles_that_are_held(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        Account known = person();
        for (int step = 0; step < 40; step++) {
            var grant = new Grant(random.nextBoolean() ? "gpr" : "other", Role.values()[random.nextInt(5)]);
            if (random.nextBoolean()) {
                transaction.execute(status -> granting.grant(ADMINISTRATOR, known.id(), grant, Instant.EPOCH));
            } else {
                transaction.execute(status -> revoking.revoke(ADMINISTRATOR, known.id(), grant));
            }
        }
        Set<Grant> heard = new HashSet<>();
        for (Object fact : recorded.said) {
            if (fact instanceof RoleGranted granted) {
                assertThat(heard.add(new Grant(
                                granted.journal(), Role.of(granted.role()).orElseThrow())))
                        .as("said once, repetition %s", repetition)
                        .isTrue();
            } else if (fact instanceof RoleRevoked revoked) {
                assertThat(heard.remove(new Grant(
                                revoked.journal(), Role.of(revoked.role()).orElseThrow())))
                        .as("said once, repetition %s", repetition)
                        .isTrue();
            }
        }
        assertThat(accounts.byId(known.id()).orElseThrow().grants()).isEqualTo(heard);
    }

    private static <T> List<T> atOnce(int times, java.util.function.IntFunction<Callable<T>> task) throws Exception {
        var executor = Executors.newFixedThreadPool(times);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int number = 0; number < times; number++) {
                tasks.add(task.apply(number));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> result : executor.invokeAll(tasks)) {
                results.add(result.get());
            }
            return results;
        } finally {
            executor.shutdownNow();
        }
    }
}
