package org.jadhere.pages.admin;

import static org.jadhere.platform.web.Texts.date;
import static org.jadhere.platform.web.Texts.money;
import static org.jadhere.platform.web.Texts.period;
import static org.jadhere.platform.web.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.fees.MembershipFeeFilter;
import org.jadhere.money.fees.MembershipFees;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentFilter;
import org.jadhere.money.payments.Payments;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceFilter;
import org.jadhere.network.services.Services;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Permission;
import org.jadhere.people.members.MemberFilter;
import org.jadhere.people.members.Members;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Page;
import org.springframework.stereotype.Component;

/**
 * The pending work of the current user. Each box shows the first page of a list with the filter of its link, so it
 * shows only what the user may see there, and counts no further than that page.
 */
@Component
class Dashboard {

    private static final Keyset FIRST = new Keyset(null, null);

    private final Members members;
    private final MembershipFees fees;
    private final Services services;
    private final Payments payments;
    private final List<DashboardBoxes> otherBoxes;

    Dashboard(
            Members members,
            MembershipFees fees,
            Services services,
            Payments payments,
            List<DashboardBoxes> otherBoxes) {
        this.members = members;
        this.fees = fees;
        this.services = services;
        this.payments = payments;
        this.otherBoxes = List.copyOf(otherBoxes);
    }

    /** The boxes for the roles of the actor that are not empty. */
    List<DashboardBox> of(Actor actor) {
        List<DashboardBox> boxes = new ArrayList<>();
        if (actor.holds(Permission.PAYMENT_VALIDATE)) {
            boxes.add(paymentsToValidate(actor));
            boxes.add(feesToValidate(actor));
        }
        if (actor.holds(Permission.PAYMENT_CHANGE)) {
            boxes.add(paymentsBeyondHolding(actor));
        }
        otherBoxes.forEach(part -> boxes.addAll(part.of(actor)));
        if (actor.isCrew()) {
            boxes.add(servicesToAssign(actor));
        }
        if (actor.isCrew() || actor.isBank()) {
            boxes.add(membersWithoutFee(actor));
            boxes.add(feesToRenew(actor, "late"));
            boxes.add(feesToRenew(actor, "soon"));
        }
        boxes.removeIf(box -> box.lines().isEmpty());
        return boxes;
    }

    private DashboardBox paymentsToValidate(Actor actor) {
        var parameters = Map.of("validated", "no", "sort", "start");
        var page = payments.page(actor, PaymentFilter.of(Form.withDefaults(parameters)), FIRST);
        return DashboardBox.of("payments", "/admin/payments/validation", Map.of(), page, Dashboard::line)
                .withAction("/admin/payments/validation?preset=week", t("dashboard.this-week"));
    }

    private DashboardBox paymentsBeyondHolding(Actor actor) {
        var parameters = Map.of("beyond", "yes");
        var page = payments.page(actor, PaymentFilter.of(Form.withDefaults(parameters)), FIRST);
        return DashboardBox.of("beyond", "/admin/payments", parameters, page, Dashboard::line);
    }

    private DashboardBox feesToValidate(Actor actor) {
        var parameters = Map.of("validated", "no", "sort", "start");
        var page = fees.page(actor, MembershipFeeFilter.of(Form.withDefaults(parameters)), FIRST);
        return DashboardBox.of(
                        "fees",
                        "/admin/fees/validation",
                        Map.of(),
                        page,
                        fee -> line(fee, money(fee.amount()) + ", " + period(fee.covers())))
                .withAction("/admin/fees/validation?preset=week", t("dashboard.this-week"));
    }

    private DashboardBox feesToRenew(Actor actor, String when) {
        var parameters = Map.of("renewal", when, "sort", "end");
        var page = fees.page(actor, MembershipFeeFilter.of(Form.withDefaults(parameters)), FIRST);
        return DashboardBox.of(
                when,
                "/admin/fees",
                parameters,
                page,
                fee -> line(fee, t("period.until", date(fee.covers().lastDay()))));
    }

    private static DashboardBox.Line line(MembershipFee fee, String details) {
        return new DashboardBox.Line("/admin/fees/" + fee.id(), fee.member().name(), details);
    }

    private DashboardBox servicesToAssign(Actor actor) {
        var parameters = Map.of("state", "prepared");
        Page<Services.Line> page = services.page(actor, ServiceFilter.of(Form.withDefaults(parameters)), FIRST);
        return DashboardBox.of(
                "services",
                "/admin/services",
                parameters,
                page,
                line -> new DashboardBox.Line(
                        "/admin/services/" + line.service().id() + "#member",
                        name(line.service().ref()),
                        line.service().type().name()));
    }

    private DashboardBox membersWithoutFee(Actor actor) {
        var parameters = Map.of("fee", "missing_with_service");
        var page = members.page(actor, MemberFilter.of(Form.withDefaults(parameters)), FIRST);
        return DashboardBox.of("members", "/admin/members", parameters, page, Dashboard::line);
    }

    private static DashboardBox.Line line(Members.Line line) {
        var until = line.lastDayCovered();
        return new DashboardBox.Line(
                "/admin/members/" + line.member().id(),
                line.member().name(),
                until == null ? t("member.no-fees") : t("period.until", date(until)));
    }

    private static DashboardBox.Line line(Payment payment) {
        String details =
                money(payment.amount()) + ", " + payment.service().type().name() + ", " + period(payment.period());
        return new DashboardBox.Line("/admin/payments/" + payment.id(), name(payment.service()), details);
    }

    private static String name(Service.Ref service) {
        return service.label().isEmpty() ? t("service.unnamed", String.valueOf(service.id())) : service.label();
    }
}
