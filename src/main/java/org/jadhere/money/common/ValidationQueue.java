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

/** Money that waits to be confirmed: what the page of the bank crew needs to know of fees, or of payments. */
public interface ValidationQueue {

    /**
     * A line of the page.
     *
     * @param about the service that it is for, where it is for one
     * @param months the rhythm of a payment
     */
    record Line(
            long id,
            String path,
            Member.@Nullable Ref member,
            @Nullable String about,
            Period period,
            Money amount,
            PaymentMethod method,
            @Nullable Short months) {}

    /** Where the page is: {@code /admin/fees/validation}. */
    String path();

    /** The message that names what waits. */
    String titleKey();

    ValidatedTable book();

    /** One page of those that the filter in the form finds. */
    Page<Line> page(Actor actor, Form form, Keyset place);

    /** All that the filter in the form finds. */
    Condition matching(Form form);

    /** The words of the search field. */
    String placeholderKey();

    /** The kinds of service to narrow it to; none where there are no services. */
    List<Option> types(Actor actor);
}
