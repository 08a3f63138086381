package org.jadhere.pages.admin;

import static org.jadhere.platform.web.Texts.list;
import static org.jadhere.platform.web.Texts.minute;
import static org.jadhere.platform.web.Texts.t;

import java.util.List;
import java.util.Map;
import org.jadhere.office.joining.JoinRequest;
import org.jadhere.office.joining.JoinRequests;
import org.jadhere.people.access.Actor;
import org.jadhere.people.account.AccountClosing;
import org.jadhere.people.mail.Mail;
import org.jadhere.people.mail.MailFilter;
import org.jadhere.people.mail.Mails;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Requests to join, requests to close an account, and mails that could not be delivered, for crews. */
@Component
@Order(1)
class MemberBoxes implements DashboardBoxes {

    private static final Keyset FIRST = new Keyset(null, null);

    private final JoinRequests requests;
    private final AccountClosing closing;
    private final Mails mails;

    MemberBoxes(JoinRequests requests, AccountClosing closing, Mails mails) {
        this.requests = requests;
        this.closing = closing;
        this.mails = mails;
    }

    @Override
    public List<DashboardBox> of(Actor actor) {
        if (!actor.isCrew()) {
            return List.of();
        }
        return List.of(
                DashboardBox.of(
                        "requests",
                        "/admin/requests",
                        Map.of(),
                        requests.page(actor, false, null, FIRST),
                        MemberBoxes::line),
                DashboardBox.of(
                        "closings",
                        "/admin/closings",
                        Map.of(),
                        new Page<>(closing.open(actor), null, null),
                        MemberBoxes::line),
                mails());
    }

    private DashboardBox mails() {
        var parameters = Map.of("stuck", "yes");
        var page = mails.page(MailFilter.of(Form.withDefaults(parameters)), FIRST);
        return DashboardBox.of("mails", "/admin/mails", parameters, page, MemberBoxes::line);
    }

    private static DashboardBox.Line line(JoinRequest request) {
        return new DashboardBox.Line(
                "/admin/requests/" + request.id(), request.applicant().holder(), list(request.services()));
    }

    private static DashboardBox.Line line(AccountClosing.Request request) {
        return new DashboardBox.Line("/admin/closings", request.name(), minute(request.askedAt()));
    }

    private static DashboardBox.Line line(Mail mail) {
        return new DashboardBox.Line(
                "/admin/mails?stuck=yes",
                mail.recipient(),
                t("mails.state." + mail.state().word()));
    }
}
