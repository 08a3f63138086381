package org.jadhere.office.joining;

import static org.jadhere.jte.Pages.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jadhere.money.fees.MembershipFeeForm;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.Member;
import org.jadhere.people.members.MemberHolder;
import org.jadhere.people.members.Members;
import org.jadhere.people.users.Recipients;
import org.jadhere.people.users.Recipients.Recipient;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.PageView;
import org.jadhere.platform.web.Redirect;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which crews read, accept and refuse requests to join. */
@Controller
@AllowedTo(Audience.CREWS)
class JoinRequestController {

    private final JoinRequests requests;
    private final JoinDecisions decisions;
    private final Recipients recipients;
    private final Members members;
    private final Clock clock;

    JoinRequestController(
            JoinRequests requests, JoinDecisions decisions, Recipients recipients, Members members, Clock clock) {
        this.requests = requests;
        this.decisions = decisions;
        this.recipients = recipients;
        this.members = members;
        this.clock = clock;
    }

    @GetMapping("/admin/requests")
    ModelAndView list(Actor actor, Form form) {
        boolean decided = form.value("state").equals("decided");
        return PageView.of(
                pages().officeJoiningRequests(form, requests.page(actor, decided, form.text("q"), Keyset.of(form))));
    }

    @GetMapping("/admin/requests/{id}")
    ModelAndView show(Actor actor, @PathVariable long id) {
        return page(
                actor,
                find(actor, id),
                MembershipFeeForm.suggestion(null, LocalDate.now(clock)),
                Form.withDefaults(Map.of()));
    }

    private JoinRequest find(Actor actor, long id) {
        return requests.find(actor, id).orElseThrow(NotFoundException::new);
    }

    private ModelAndView page(Actor actor, JoinRequest request, Form acceptance, Form refusal) {
        return PageView.of(
                pages().officeJoiningRequest(
                                request, accountsWithEmail(request), membership(actor, request), acceptance, refusal),
                acceptance.hasErrors() ? acceptance.status() : refusal.status());
    }

    /** The membership of the applicant, which acceptance prolongs or begins again; null for a new member. */
    private @Nullable Member membership(Actor actor, JoinRequest request) {
        return request.userId() == null || request.applicant().isOrganisation()
                ? null
                : members.of(actor, new MemberHolder(MemberHolder.Kind.PERSON, request.userId()))
                        .orElse(null);
    }

    /** Returns the accounts with the same address: of the applicant, or of another person in the same household. */
    private List<Recipient> accountsWithEmail(JoinRequest request) {
        return request.isWaiting() && request.userId() == null
                ? recipients.withEmail(request.applicant().email())
                : List.of();
    }

    @PostMapping("/admin/requests/{id}/acceptance")
    ModelAndView accept(Actor actor, @PathVariable long id, Form form) {
        var request = find(actor, id);
        var fee = MembershipFeeForm.terms(form);
        String reply = form.text("welcome", 5000);
        Long account = account(request, form);
        return form.result(() -> decisions.accept(actor, id, account, fee, reply))
                .map(member -> Redirect.to("/admin/members/" + member, "done.request-accepted"))
                .orElseGet(() -> page(actor, request, form, Form.withDefaults(Map.of())));
    }

    /** Returns the account of the applicant, else the one chosen among those with the same address, if any. */
    private @Nullable Long account(JoinRequest request, Form form) {
        Long chosen = form.number("account");
        if (request.userId() != null || chosen == null) {
            return request.userId();
        }
        if (accountsWithEmail(request).stream().noneMatch(recipient -> recipient.userId() == chosen)) {
            form.reject("account", "error.no-such-account");
        }
        return chosen;
    }

    @PostMapping("/admin/requests/{id}/refusal")
    ModelAndView refuse(Actor actor, @PathVariable long id, Form form) {
        var request = find(actor, id);
        String reply = form.required("reason", 5000);
        return form.accepts(() -> decisions.refuse(actor, id, reply))
                ? Redirect.to("/admin/requests", "done.request-refused")
                : page(actor, request, MembershipFeeForm.suggestion(null, LocalDate.now(clock)), form);
    }
}
