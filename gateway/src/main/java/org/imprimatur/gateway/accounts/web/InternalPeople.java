package org.imprimatur.gateway.accounts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.imprimatur.gateway.accounts.Account;
import org.imprimatur.gateway.accounts.Accounts;
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

    InternalPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/{id}")
    Person person(@PathVariable String id) {
        return accounts.byId(id).map(Person::of).orElseThrow(() -> new NotYours("account " + id));
    }

    /** Those of the ids that are accounts; unknown ids are left out. */
    @GetMapping
    List<Person> people(@RequestParam List<String> ids) {
        return accounts.byIds(ids).stream().map(Person::of).toList();
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Person(String id, String name, String address, String affiliation) {
        static Person of(Account account) {
            return new Person(
                    account.id(),
                    account.name(),
                    account.address(),
                    account.affiliation().orElse(null));
        }
    }
}
