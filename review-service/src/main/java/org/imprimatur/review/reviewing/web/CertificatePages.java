package org.imprimatur.review.reviewing.web;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.imprimatur.messaging.time.DomainClock;
import org.imprimatur.review.acting.Outcome;
import org.imprimatur.review.pages.Acts;
import org.imprimatur.review.reviewers.KnowingOneself;
import org.imprimatur.review.reviewers.Oneself;
import org.imprimatur.review.reviewing.Certificate;
import org.imprimatur.review.reviewing.Certificates;
import org.imprimatur.review.reviewing.IssuingCertificates;
import org.imprimatur.review.reviewing.Print;
import org.imprimatur.review.reviewing.SeeingOwnReviews;
import org.imprimatur.web.acting.SignedIn;
import org.imprimatur.web.errors.NotYours;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Certificates of reviewing, and the public page that confirms one. */
@Controller
class CertificatePages {

    private static final String PATH = "/reviewer/certificates";

    private final KnowingOneself knowing;
    private final SeeingOwnReviews seeing;
    private final IssuingCertificates issuing;
    private final Certificates certificates;
    private final Print print;
    private final Acts acts;
    private final DomainClock clock;
    private final String publicUrl;

    CertificatePages(
            KnowingOneself knowing,
            SeeingOwnReviews seeing,
            IssuingCertificates issuing,
            Certificates certificates,
            Print print,
            Acts acts,
            DomainClock clock,
            @Value("${imprimatur.public-url}") String publicUrl) {
        this.knowing = knowing;
        this.seeing = seeing;
        this.issuing = issuing;
        this.certificates = certificates;
        this.print = print;
        this.acts = acts;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @GetMapping(PATH)
    ModelAndView all(@AuthenticationPrincipal SignedIn person) {
        SeeingOwnReviews.Shown shown = seeing.of(oneself(person));
        var issued = certificates.of(person.account());
        return new ModelAndView("review/certificates")
                .addObject("written", shown.written())
                .addObject("years", issuing.years(shown.written()))
                .addObject("certificates", issued)
                .addObject("addresses", issued.stream().collect(Collectors.toMap(Certificate::id, this::address)));
    }

    @PostMapping(PATH + "/year")
    ModelAndView ofYear(@AuthenticationPrincipal SignedIn person, @RequestParam int year, Model page) {
        Oneself oneself = oneself(person);
        return answer(
                acts.act(() -> issuing.forYear(oneself, year, UUID.randomUUID().toString(), clock.instant())), page);
    }

    @PostMapping(PATH + "/review")
    ModelAndView ofReview(@AuthenticationPrincipal SignedIn person, @RequestParam String review, Model page) {
        Oneself oneself = oneself(person);
        return answer(
                acts.act(() ->
                        issuing.forReview(oneself, review, UUID.randomUUID().toString(), clock.instant())),
                page);
    }

    /** Its address confirms nothing from then on. */
    @PostMapping(PATH + "/{id}/withdrawal")
    ModelAndView takeBack(@PathVariable String id, @AuthenticationPrincipal SignedIn person, Model page) {
        Oneself oneself = oneself(person);
        return answer(acts.act(() -> issuing.takeBack(oneself, id, clock.instant())), page);
    }

    @GetMapping(PATH + "/{id}/pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String id, @AuthenticationPrincipal SignedIn person) {
        Certificate certificate =
                certificates.find(person.account(), id).orElseThrow(() -> new NotYours("certificate " + id));
        String name = certificate.year().map(year -> "reviews-" + year).orElse("review") + ".pdf";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .body(print.pdf(certificate, address(certificate)));
    }

    /** For anybody who holds a certificate. */
    @GetMapping("/certificates/{token}")
    ModelAndView confirm(@PathVariable String token, Model page) {
        return issuing.confirm(token)
                .map(certificate -> new ModelAndView("review/certificate", Map.of("certificate", certificate)))
                .orElseGet(() -> {
                    ModelAndView unknown = new ModelAndView("review/certificate", page.asMap());
                    unknown.setStatus(HttpStatus.NOT_FOUND);
                    return unknown;
                });
    }

    private Oneself oneself(SignedIn person) {
        return knowing.of(Acts.actor(person));
    }

    private String address(Certificate certificate) {
        return publicUrl + "/certificates/" + issuing.token(certificate.id());
    }

    private static ModelAndView answer(Outcome outcome, Model page) {
        return Acts.refusal(outcome).map(refused -> Acts.refused(page, refused)).orElseGet(() -> Acts.seeOther(PATH));
    }
}
