package org.jadhere.pages.admin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jadhere.money.common.PaymentMethod;
import org.jadhere.money.fees.MembershipFee;
import org.jadhere.money.fees.MembershipFeeRights;
import org.jadhere.money.payments.Payment;
import org.jadhere.money.payments.PaymentRights;
import org.jadhere.network.services.Service;
import org.jadhere.network.services.ServiceRights;
import org.jadhere.network.services.ServiceType;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.Permission;
import org.jadhere.people.members.Member;
import org.jadhere.people.users.UserRights;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.db.Period;

/**
 * Something that may be done, and whether a crew may do it. Answered by the same rights as the acts themselves, asked
 * about an imagined volunteer and imagined things: this page cannot promise what an act refuses.
 *
 * @param word the end of the message key that names it
 */
public record Ability(String word, boolean granted) {

    /** A type of service that no crew of ours manages. */
    private static final ServiceType.Ref OTHERS = new ServiceType.Ref(-1, "");

    /** @param volunteer staff, with the rights of the crew and nothing else */
    static List<Ability> of(Actor volunteer) {
        var own = volunteer.managedTypes().stream()
                .findFirst()
                .map(id -> new ServiceType.Ref(id, ""))
                .orElse(OTHERS);
        return List.of(
                new Ability("see-users", Audience.CREWS.includes(volunteer)),
                new Ability("change-contact", UserRights.mayChangeContact(volunteer)),
                new Ability("join", Audience.CREWS.includes(volunteer)),
                new Ability("see-members", Audience.CREWS_AND_BANK.includes(volunteer)),
                new Ability("add-fees", MembershipFeeRights.mayAdd(volunteer)),
                new Ability("change-fees", MembershipFeeRights.mayChange(volunteer, fee(false))),
                new Ability("change-validated-fees", MembershipFeeRights.mayChange(volunteer, fee(true))),
                new Ability("see-own-services", volunteer.manages(own.id()) || volunteer.isBank()),
                new Ability("see-other-services", volunteer.isBank()),
                new Ability("assign", ServiceRights.mayAssign(volunteer, service(own))),
                new Ability("see-addresses", volunteer.manages(own.id())),
                new Ability("add-own-payments", PaymentRights.mayAdd(volunteer, own)),
                new Ability("add-other-payments", PaymentRights.mayAdd(volunteer, OTHERS)),
                new Ability("change-payments", PaymentRights.mayChange(volunteer, payment(own, false))),
                new Ability("change-validated-payments", PaymentRights.mayChange(volunteer, payment(own, true))),
                new Ability("delete-payments", PaymentRights.mayDelete(volunteer, payment(own, false))),
                new Ability("validate", volunteer.holds(Permission.PAYMENT_VALIDATE)),
                new Ability("trace", volunteer.holds(Permission.ADDRESS_TRACE)),
                new Ability("administer", volunteer.superuser()));
    }

    private static Service service(ServiceType.Ref type) {
        return new Service(-1, type, null, "", Period.NOT_STARTED, "");
    }

    private static Payment payment(ServiceType.Ref type, boolean validated) {
        return new Payment(
                -1,
                new Service.Ref(-1, "", type),
                null,
                new Money(BigDecimal.ONE),
                PaymentMethod.TRANSFER,
                (short) 1,
                Period.from(LocalDate.EPOCH),
                validated,
                "");
    }

    private static MembershipFee fee(boolean validated) {
        return new MembershipFee(
                -1,
                new Member.Ref(-1, 1, ""),
                new Money(BigDecimal.ONE),
                PaymentMethod.TRANSFER,
                Period.from(LocalDate.EPOCH),
                null,
                validated,
                "");
    }
}
