package org.imprimatur.gateway;

import java.time.ZoneId;
import java.util.List;
import org.imprimatur.gateway.accounts.Accounts;
import org.imprimatur.gateway.accounts.Attempts;
import org.imprimatur.gateway.accounts.Belongings;
import org.imprimatur.gateway.accounts.ErasingAccounts;
import org.imprimatur.gateway.accounts.Facts;
import org.imprimatur.gateway.accounts.GrantingRoles;
import org.imprimatur.gateway.accounts.KeepingAddresses;
import org.imprimatur.gateway.accounts.KeepingOnesAccount;
import org.imprimatur.gateway.accounts.KnownPasswords;
import org.imprimatur.gateway.accounts.LinkMails;
import org.imprimatur.gateway.accounts.LinkTokens;
import org.imprimatur.gateway.accounts.Links;
import org.imprimatur.gateway.accounts.MergingAccounts;
import org.imprimatur.gateway.accounts.OpeningAccounts;
import org.imprimatur.gateway.accounts.PasswordRules;
import org.imprimatur.gateway.accounts.Passwords;
import org.imprimatur.gateway.accounts.RevokingRoles;
import org.imprimatur.gateway.accounts.SendingLinks;
import org.imprimatur.gateway.accounts.SigningIn;
import org.imprimatur.gateway.kept.KeepingForms;
import org.imprimatur.gateway.kept.KeptForms;
import org.imprimatur.gateway.notices.ChoosingDelivery;
import org.imprimatur.gateway.notices.Matters;
import org.imprimatur.gateway.notices.NoticeMails;
import org.imprimatur.gateway.notices.Notices;
import org.imprimatur.gateway.notices.People;
import org.imprimatur.gateway.notices.Preferences;
import org.imprimatur.gateway.notices.ReadingNotices;
import org.imprimatur.gateway.notices.SendingDigests;
import org.imprimatur.gateway.notices.TakingNoticesOver;
import org.imprimatur.gateway.notices.TellingPeople;
import org.imprimatur.gateway.operations.LookingAfterServices;
import org.imprimatur.gateway.operations.Services;
import org.imprimatur.gateway.passkeys.KeepingPasskeys;
import org.imprimatur.gateway.passkeys.Passkeys;
import org.imprimatur.gateway.passkeys.WebAuthn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the use cases, which know no framework, together with what they need. */
@Configuration
class UseCases {
    @Bean
    PasswordRules passwordRules(KnownPasswords known) {
        return new PasswordRules(known);
    }

    @Bean
    OpeningAccounts openingAccounts(Accounts accounts, Passwords passwords, PasswordRules rules, Facts facts) {
        return new OpeningAccounts(accounts, passwords, rules, facts);
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
            Links links,
            LinkMails mails,
            Accounts accounts,
            Passwords passwords,
            PasswordRules rules,
            OpeningAccounts opening) {
        return new SendingLinks(links, mails, accounts, passwords, rules, opening);
    }

    @Bean
    KeepingAddresses keepingAddresses(Accounts accounts, Links links, LinkMails mails) {
        return new KeepingAddresses(accounts, links, mails);
    }

    @Bean
    MergingAccounts mergingAccounts(
            Accounts accounts,
            Links links,
            LinkMails mails,
            SigningIn signingIn,
            Facts facts,
            List<Belongings> belongings) {
        return new MergingAccounts(accounts, links, mails, signingIn, facts, belongings);
    }

    @Bean
    ErasingAccounts erasingAccounts(Accounts accounts, SigningIn signingIn, Facts facts, List<Belongings> belongings) {
        return new ErasingAccounts(accounts, signingIn, facts, belongings);
    }

    @Bean
    KeepingPasskeys keepingPasskeys(Passkeys passkeys, WebAuthn webAuthn, Accounts accounts, LinkMails mails) {
        return new KeepingPasskeys(passkeys, webAuthn, accounts, mails);
    }

    @Bean
    LinkTokens linkTokens(@Value("${imprimatur.link.key}") String key) {
        return new LinkTokens(key);
    }

    @Bean
    KeepingOnesAccount keepingOnesAccount(
            Accounts accounts, Passwords passwords, PasswordRules rules, LinkMails mails) {
        return new KeepingOnesAccount(accounts, passwords, rules, mails);
    }

    @Bean
    SendingDigests sendingDigests(
            Notices notices, Preferences preferences, NoticeMails mails, @Value("${imprimatur.zone:UTC}") ZoneId zone) {
        return new SendingDigests(notices, preferences, mails, zone);
    }

    @Bean
    ChoosingDelivery choosingDelivery(Preferences preferences, Notices notices, SendingDigests digests) {
        return new ChoosingDelivery(preferences, notices, digests);
    }

    @Bean
    TellingPeople tellingPeople(
            Matters matters,
            Notices notices,
            People people,
            ChoosingDelivery choosing,
            NoticeMails mails,
            SendingDigests digests) {
        return new TellingPeople(matters, notices, people, choosing, mails, digests);
    }

    @Bean
    ReadingNotices readingNotices(Notices notices) {
        return new ReadingNotices(notices);
    }

    @Bean
    TakingNoticesOver takingNoticesOver(
            Notices notices, Matters matters, Preferences preferences, SendingDigests digests) {
        return new TakingNoticesOver(notices, matters, preferences, digests);
    }

    @Bean
    KeepingForms keepingForms(KeptForms forms) {
        return new KeepingForms(forms);
    }

    @Bean
    LookingAfterServices lookingAfterServices(Services services) {
        return new LookingAfterServices(services);
    }
}
