package org.imprimatur.gateway;

import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Attempts;
import org.imprimatur.gateway.accounts.Facts;
import org.imprimatur.gateway.accounts.GrantingRoles;
import org.imprimatur.gateway.accounts.KeepingOnesAccount;
import org.imprimatur.gateway.accounts.LinkMails;
import org.imprimatur.gateway.accounts.LinkTokens;
import org.imprimatur.gateway.accounts.Links;
import org.imprimatur.gateway.accounts.OpeningAccounts;
import org.imprimatur.gateway.accounts.Passwords;
import org.imprimatur.gateway.accounts.RevokingRoles;
import org.imprimatur.gateway.accounts.SendingLinks;
import org.imprimatur.gateway.accounts.SigningIn;
import org.imprimatur.gateway.operations.LookingAfterServices;
import org.imprimatur.gateway.operations.Services;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the use cases, which know no framework, together with what they need. */
@Configuration
class UseCases {
    @Bean
    OpeningAccounts openingAccounts(Accounts accounts, Passwords passwords, Facts facts) {
        return new OpeningAccounts(accounts, passwords, facts);
    }

    @Bean
    GrantingRoles grantingRoles(Accounts accounts, Facts facts) {
        return new GrantingRoles(accounts, facts);
    }

    @Bean
    RevokingRoles revokingRoles(Accounts accounts, Facts facts) {
        return new RevokingRoles(accounts, facts);
    }

    @Bean
    SigningIn signingIn(Accounts accounts, Passwords passwords, Attempts attempts) {
        return new SigningIn(accounts, passwords, attempts);
    }

    @Bean
    SendingLinks sendingLinks(
            Links links, LinkMails mails, Accounts accounts, Passwords passwords, OpeningAccounts opening) {
        return new SendingLinks(links, mails, accounts, passwords, opening);
    }

    @Bean
    LinkTokens linkTokens(@Value("${imprimatur.link.key}") String key) {
        return new LinkTokens(key);
    }

    @Bean
    KeepingOnesAccount keepingOnesAccount(Accounts accounts, Passwords passwords) {
        return new KeepingOnesAccount(accounts, passwords);
    }

    @Bean
    LookingAfterServices lookingAfterServices(Services services) {
        return new LookingAfterServices(services);
    }
}
