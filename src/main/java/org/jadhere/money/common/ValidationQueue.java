package org.jadhere.money.common;

import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.members.Member;
import org.jadhere.platform.db.Money;
import org.jadhere.platform.db.Period;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.Option;
import org.jadhere.platform.web.Page;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/** The queue of fees or of payments that wait for validation, as the bank crew pages through it. */
public interface ValidationQueue {

    /**
     * A fee or a payment.
     *
     * @param path the address of its page
     * @param service the type and the label of the service that a payment is for; null for a fee
     * @param months the rhythm of a payment; null for a fee
     */
    record Line(
            long id,
            String path,
            Member.@Nullable Ref member,
            @Nullable String service,
            Period period,
            Money amount,
            PaymentMethod method,
            @Nullable Short months) {}

    /** The address of the queue: {@code /admin/fees/validation}. */
    String path();

    /** The message key of the title. */
    String titleKey();

    ValidatedTable table();

    /** One page of the rows that match the filter in the form. */
    Page<Line> page(Actor actor, Form form, Keyset keyset);

    /** The condition for all rows that match the filter in the form. */
    Condition matching(Form form);

    /** The message key of the placeholder in the search field. */
    String placeholderKey();

    /** The service types to filter by; empty for fees. */
    List<Option> types(Actor actor);
}
