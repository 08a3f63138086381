package org.jadhere.pages.admin;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
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
 * An act, and whether the volunteers of a crew may do it. It calls the same rights classes as the acts do, with an
 * imaginary volunteer and imaginary rows, so that the page cannot differ from what the acts allow.
 *
 * @param word the end of the message key
 */
public record Ability(String word, boolean granted) {

    /** A service type that the crew does not manage. */
    private static final ServiceType.Ref OTHER = new ServiceType.Ref(-1, "");

    /** @param volunteer a user with staff status and only the rights of the crew */
    static List<Ability> of(Actor volunteer) {
        return Stream.of(onMembers(volunteer), onServices(volunteer), byPermission(volunteer))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Ability> onMembers(Actor volunteer) {
        return List.of(
                new Ability("see-users", Audience.CREWS.includes(volunteer)),
                new Ability("change-contact", UserRights.mayChangeContact(volunteer)),
                new Ability("join", Audience.CREWS.includes(volunteer)),
                new Ability("see-members", Audience.CREWS_AND_BANK.includes(volunteer)),
                new Ability("add-fees", MembershipFeeRights.mayAdd(volunteer)),
                new Ability("change-fees", MembershipFeeRights.mayChange(volunteer, fee(false))),
                new Ability("change-validated-fees", MembershipFeeRights.mayChange(volunteer, fee(true))));
    }

    private static List<Ability> onServices(Actor volunteer) {
        var own = volunteer.managedTypes().stream()
                .findFirst()
                .map(id -> new ServiceType.Ref(id, ""))
                .orElse(OTHER);
        return List.of(
                new Ability("see-own-services", volunteer.manages(own.id()) || volunteer.isBank()),
                new Ability("see-other-services", volunteer.isBank()),
                new Ability("assign", ServiceRights.mayAssign(volunteer, service(own))),
                new Ability("see-addresses", volunteer.manages(own.id())),
                new Ability("add-own-payments", PaymentRights.mayAdd(volunteer, own)),
                new Ability("add-other-payments", PaymentRights.mayAdd(volunteer, OTHER)),
                new Ability("change-payments", PaymentRights.mayChange(volunteer, payment(own, false))),
                new Ability("change-validated-payments", PaymentRights.mayChange(volunteer, payment(own, true))),
                new Ability("delete-payments", PaymentRights.mayDelete(volunteer, payment(own, false))));
    }

    private static List<Ability> byPermission(Actor volunteer) {
        return List.of(
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
                null,
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
