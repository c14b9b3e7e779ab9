package org.imprimatur.gateway.accounts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Address;
import org.imprimatur.gateway.language.PreferredLanguages;
import org.imprimatur.web.errors.NotYours;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Names and addresses, for services at the moment of showing or sending. */
@RestController
@RequestMapping("/internal/people")
class InternalPeople {
    private final Accounts accounts;
    private final PreferredLanguages languages;

    InternalPeople(Accounts accounts, PreferredLanguages languages) {
        this.accounts = accounts;
        this.languages = languages;
    }

    @GetMapping("/{id}")
    Person person(@PathVariable String id) {
        return accounts.byId(id)
                .map(account -> Person.of(
                        id,
                        account,
                        languages.of(account.id()).map(Locale::getLanguage),
                        accounts.orcid(account.id()),
                        accounts.addresses(account.id()).stream()
                                .map(Address::address)
                                .toList()))
                .orElseThrow(() -> new NotYours("account " + id));
    }

    /** Those of the ids that are accounts, or were before they were merged; unknown ids are left out. */
    @GetMapping
    List<Person> people(@RequestParam List<String> ids) {
        Map<String, String> survivors = accounts.survivors(ids);
        Map<String, Account> known =
                accounts
                        .byIds(ids.stream()
                                .map(id -> survivors.getOrDefault(id, id))
                                .distinct()
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Account::id, Function.identity()));
        return ids.stream()
                .distinct()
                .sorted()
                .filter(id -> known.containsKey(survivors.getOrDefault(id, id)))
                .map(id -> Person.of(
                        id, known.get(survivors.getOrDefault(id, id)), Optional.empty(), Optional.empty(), null))
                .toList();
    }

    /**
     * @param id as it was asked for
     * @param account the account that is this person's now, where {@code id} was merged into it
     * @param language in which they are to be written to, where they have said it (BCP 47); said where one person is
     *     asked for
     * @param orcid authenticated; said where one person is asked for
     * @param addresses all that are confirmed, the main one first; said where one person is asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(
            String id,
            String account,
            String name,
            String address,
            String affiliation,
            String language,
            String orcid,
            List<String> addresses) {
        static Person of(
                String asked,
                Account account,
                Optional<String> language,
                Optional<String> orcid,
                List<String> addresses) {
            return new Person(
                    asked,
                    asked.equals(account.id()) ? null : account.id(),
                    account.name(),
                    account.address(),
                    account.affiliation().orElse(null),
                    language.orElse(null),
                    orcid.orElse(null),
                    addresses);
        }
    }
}
