package org.jadhere.home;

import static org.jadhere.web.Texts.list;
import static org.jadhere.web.Texts.minute;
import static org.jadhere.web.Texts.t;

import java.util.List;
import java.util.Map;
import org.jadhere.access.Actor;
import org.jadhere.account.Closing;
import org.jadhere.joining.JoinRequest;
import org.jadhere.joining.JoinRequests;
import org.jadhere.mail.Mail;
import org.jadhere.mail.MailFilter;
import org.jadhere.mail.Mails;
import org.jadhere.web.Form;
import org.jadhere.web.Keyset;
import org.jadhere.web.Page;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What people ask of the crews, and the letters that do not reach them. */
@Component
@Order(1)
class MemberBoxes implements Boxes {

    private static final Keyset FIRST = new Keyset(null, null);

    private final JoinRequests requests;
    private final Closing closing;
    private final Mails mails;

    MemberBoxes(JoinRequests requests, Closing closing, Mails mails) {
        this.requests = requests;
        this.closing = closing;
        this.mails = mails;
    }

    @Override
    public List<Box> of(Actor actor) {
        if (!actor.isCrew()) {
            return List.of();
        }
        return List.of(
                Box.of(
                        "requests",
                        "/admin/requests",
                        Map.of(),
                        requests.page(actor, false, null, FIRST),
                        MemberBoxes::line),
                Box.of(
                        "closings",
                        "/admin/closings",
                        Map.of(),
                        new Page<>(closing.waiting(actor), null, null),
                        MemberBoxes::line),
                mails());
    }

    private Box mails() {
        var question = Map.of("stuck", "yes");
        var page = mails.page(MailFilter.of(Form.suggesting(question)), FIRST);
        return Box.of("mails", "/admin/mails", question, page, MemberBoxes::line);
    }

    private static Box.Line line(JoinRequest request) {
        return new Box.Line(
                "/admin/requests/" + request.id(), request.applicant().holder(), list(request.services()));
    }

    private static Box.Line line(Closing.Request request) {
        return new Box.Line("/admin/closings", request.name(), minute(request.askedAt()));
    }

    private static Box.Line line(Mail mail) {
        return new Box.Line(
                "/admin/mails?stuck=yes",
                mail.recipient(),
                t("mails.state." + mail.state().word()));
    }
}
