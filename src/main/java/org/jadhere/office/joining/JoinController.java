package org.jadhere.office.joining;

import static org.jadhere.jte.Pages.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jadhere.network.services.ServiceType;
import org.jadhere.network.services.ServiceTypes;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.account.InvalidLinkPage;
import org.jadhere.people.account.LinkPurpose;
import org.jadhere.people.account.Links;
import org.jadhere.people.users.User;
import org.jadhere.people.users.Users;
import org.jadhere.platform.audit.Author;
import org.jadhere.platform.db.IpPrefix;
import org.jadhere.platform.site.ClientAddress;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Redirect;
import org.jadhere.platform.web.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The form with which visitors and users ask to join, for themselves or for an organisation, and its confirmation. */
@Controller
@AllowedTo(Audience.ANYONE)
class JoinController {

    /** A hidden field. Requests that fill it in come from bots and are dropped, with the usual answer. */
    private static final String HONEYPOT = "website";

    private final JoinRequestBook requests;
    private final Consents consents;
    private final ServiceTypes types;
    private final Users users;
    private final Links links;

    JoinController(JoinRequestBook requests, Consents consents, ServiceTypes types, Users users, Links links) {
        this.requests = requests;
        this.consents = consents;
        this.types = types;
        this.users = users;
        this.links = links;
    }

    @GetMapping("/join")
    ModelAndView form(HttpServletRequest request) {
        var user = user(request);
        return page(Form.withDefaults(Applicant.defaults(user)), consents.inUse(), user);
    }

    private Optional<User> user(HttpServletRequest request) {
        return Optional.ofNullable(Actor.of(request)).flatMap(actor -> users.find(actor, actor.userId()));
    }

    private ModelAndView page(Form form, List<Consent> texts, Optional<User> user) {
        return form.page(pages().officeJoiningJoin(
                        form,
                        types.offered(),
                        texts,
                        user.map(User::primaryEmail).orElse("")));
    }

    @PostMapping("/join")
    ModelAndView submit(HttpServletRequest request, Form form) {
        var user = user(request);
        var texts = consents.inUse();
        var submission = parse(form, texts, user.orElse(null));
        if (form.isTicked(HONEYPOT) || form.accepts(() -> submit(submission, texts, form, ClientAddress.of(request)))) {
            return user.isPresent()
                    ? Redirect.to("/me", "done.join-asked")
                    : Redirect.to("/join/asked", "done.join-letter");
        }
        return page(form, texts, user);
    }

    /**
     * Rejects the form if a text has changed since it was shown. The author of a visitor's request is the address that
     * they entered.
     */
    private void submit(JoinRequestBook.Submission submission, List<Consent> texts, Form form, IpPrefix from) {
        form.snapshot().requireUnchanged(texts.stream().collect(Collectors.toMap(Consent::field, Consent::text)));
        Author.current()
                .orElseGet(() -> Author.visitor(submission.applicant().email()))
                .act(() -> {
                    requests.submit(submission, from, form.idempotencyKey());
                    return true;
                });
    }

    private JoinRequestBook.Submission parse(Form form, List<Consent> texts, @Nullable User user) {
        String email = user == null ? "" : Objects.requireNonNullElse(user.primaryEmail(), "");
        var applicant = Applicant.of(form, email, Texts.locale().getLanguage());
        texts.stream()
                .filter(text -> text.required() && !form.isTicked(text.field()))
                .forEach(text -> form.reject(text.field(), "error.consent-required"));
        return new JoinRequestBook.Submission(
                user == null ? null : user.id(),
                applicant,
                types.offered().stream()
                        .map(ServiceType.Ref::id)
                        .filter(type -> form.isTicked("type-" + type))
                        .toList(),
                texts.stream().filter(text -> form.isTicked(text.field())).toList());
    }

    @GetMapping("/join/asked")
    ModelAndView submitted() {
        return PageView.of(pages().officeJoiningRequestSent());
    }

    /** Shows the request first: mail scanners that follow links must not confirm it. */
    @GetMapping("/join/{secret}")
    ModelAndView confirmation(@PathVariable String secret) {
        return links.find(LinkPurpose.JOIN, secret)
                .map(link -> PageView.of(pages().officeJoiningConfirm(secret, link.email())))
                .orElseGet(InvalidLinkPage::page);
    }

    @PostMapping("/join/{secret}")
    ModelAndView confirm(@PathVariable String secret) {
        boolean confirmed = links.find(LinkPurpose.JOIN, secret)
                .map(link -> Author.visitor(link.email()).act(() -> requests.confirm(secret)))
                .orElse(false);
        return confirmed ? Redirect.to("/join/asked", "done.join-confirmed") : InvalidLinkPage.page();
    }
}
