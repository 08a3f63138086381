package org.jadhere.money.payments;

import static org.jadhere.platform.web.Texts.t;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.members.Member;
import org.jadhere.platform.web.Downloads;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The list of payments as a file. */
@Controller
@AllowedTo(Audience.CREWS_AND_BANK)
class PaymentExportController {

    private final Payments payments;
    private final Downloads downloads;

    PaymentExportController(Payments payments, Downloads downloads) {
        this.payments = payments;
        this.downloads = downloads;
    }

    @GetMapping("/admin/payments/export")
    View export(Actor actor, Form form) {
        return downloads.of(form, sheet(), consumer -> payments.each(actor, PaymentFilter.of(form), consumer));
    }

    private static Sheet<Payment> sheet() {
        return Sheet.<Payment>titled(t("menu.payments"))
                .column(t("service"), payment -> payment.service().label())
                .column(t("type"), payment -> payment.service().type().name())
                .column(t("member.number.short"), payment -> Member.Ref.number(payment.member()))
                .column(t("member"), payment -> Member.Ref.name(payment.member()))
                .column(t("payment.amount"), Payment::amount)
                .column(
                        t("payment.method"),
                        payment -> t("method." + payment.method().word()))
                .column(t("payment.rhythm"), payment -> t("rhythm." + payment.months()))
                .column(t("period.first-day"), payment -> payment.period().start())
                .column(t("period.last-day"), payment -> payment.period().lastDay())
                .column(t("payment.validated"), Payment::validated)
                .column(t("payment.note"), Payment::note);
    }
}
