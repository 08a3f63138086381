package org.jadhere.people.association;

import static org.jadhere.platform.db.Tables.ASSOCIATION;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.RuleViolationException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes the association; only administrators may. */
@Component
class AssociationBook {

    private static final Map<String, RuleViolationException> VIOLATIONS = Map.of(
            "association_email_form", new RuleViolationException("email", "error.email-form"),
            "association_website_form", new RuleViolationException("website", "error.website"),
            "association_iban", new RuleViolationException("iban", "error.iban-digits"),
            "association_bic", new RuleViolationException("bic", "error.bic"),
            "association_remind_on", new RuleViolationException("before", "error.too-many-days"));

    private final DSLContext db;
    private final Associations associations;

    AssociationBook(DSLContext db, Associations associations) {
        this.db = db;
        this.associations = associations;
    }

    @Transactional
    public void change(Actor actor, Association association, FormSnapshot seen) {
        actor.must(actor.superuser());
        db.select(ASSOCIATION.ID).from(ASSOCIATION).forNoKeyUpdate().execute();
        seen.requireUnchanged(AssociationForm.fields(associations.current()));
        RuleViolationException.translateConstraints(
                VIOLATIONS,
                () -> db.update(ASSOCIATION)
                        .set(columns(association))
                        .where(ASSOCIATION.ONLY_ONE.isTrue())
                        .execute());
    }

    private static Map<Field<?>, Object> columns(Association association) {
        Map<Field<?>, Object> columns = new LinkedHashMap<>();
        columns.put(ASSOCIATION.NAME, association.name());
        columns.put(ASSOCIATION.ADDRESS, association.address());
        columns.put(ASSOCIATION.EMAIL, association.email());
        columns.put(ASSOCIATION.WEBSITE, association.website());
        columns.put(ASSOCIATION.REGISTRATION, association.registration());
        columns.put(ASSOCIATION.BANK_HOLDER, association.bank().holder());
        columns.put(ASSOCIATION.IBAN, association.bank().iban());
        columns.put(ASSOCIATION.BIC, association.bank().bic());
        columns.put(ASSOCIATION.LOGIN_BY_LINK, association.loginByLink());
        columns.put(ASSOCIATION.STAFF_SECOND_FACTOR, association.staffSecondFactor());
        columns.put(ASSOCIATION.REMIND_ON, association.remindOn().toArray(Integer[]::new));
        return columns;
    }
}
