package org.jadhere.office.joining;

import static org.jadhere.platform.db.Pg.lock;
import static org.jadhere.platform.db.Tables.CONSENT;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.FormSnapshot;
import org.jadhere.platform.web.NotFoundException;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The texts that applicants agree to. A request keeps the wording that the applicant agreed to. */
@Component
class Consents {

    private final DSLContext db;

    Consents(DSLContext db) {
        this.db = db;
    }

    /** Returns the texts that the form shows, in their order. */
    List<Consent> inUse() {
        return db.selectFrom(CONSENT)
                .where(CONSENT.IN_USE)
                .orderBy(CONSENT.POSITION, CONSENT.ID)
                .fetch(Consents::toConsent);
    }

    List<Consent> all() {
        return db.selectFrom(CONSENT)
                .orderBy(CONSENT.IN_USE.desc(), CONSENT.POSITION, CONSENT.ID)
                .fetch(Consents::toConsent);
    }

    Optional<Consent> find(long id) {
        return db.selectFrom(CONSENT).where(CONSENT.ID.eq(id)).fetchOptional(Consents::toConsent);
    }

    /** @param wanted its id is ignored */
    @Transactional
    public void add(Actor actor, Consent wanted) {
        actor.must(actor.superuser());
        db.insertInto(CONSENT).set(columns(wanted)).execute();
    }

    @Transactional
    public void change(Actor actor, long id, Consent wanted, FormSnapshot seen) {
        actor.must(actor.superuser());
        lock(db, CONSENT.ID, id);
        seen.requireUnchanged(fields(find(id).orElseThrow(NotFoundException::new)));
        db.update(CONSENT).set(columns(wanted)).where(CONSENT.ID.eq(id)).execute();
    }

    static Consent parse(Form form) {
        @Nullable Long position = form.number("position");
        return new Consent(
                0,
                form.required("french", 2000),
                form.required("english", 2000),
                form.isTicked("required"),
                (int) Math.clamp(Objects.requireNonNullElse(position, 0L), -1000, 1000),
                form.isTicked("in-use"));
    }

    static Map<String, String> fields(Consent consent) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("french", consent.french());
        fields.put("english", consent.english());
        fields.put("required", consent.required() ? "yes" : "");
        fields.put("position", String.valueOf(consent.position()));
        fields.put("in-use", consent.inUse() ? "yes" : "");
        return fields;
    }

    private static Map<Field<?>, Object> columns(Consent consent) {
        Map<Field<?>, Object> columns = new LinkedHashMap<>();
        columns.put(CONSENT.TEXT_FR, consent.french());
        columns.put(CONSENT.TEXT_EN, consent.english());
        columns.put(CONSENT.REQUIRED, consent.required());
        columns.put(CONSENT.POSITION, consent.position());
        columns.put(CONSENT.IN_USE, consent.inUse());
        return columns;
    }

    private static Consent toConsent(Record row) {
        return new Consent(
                row.get(CONSENT.ID),
                row.get(CONSENT.TEXT_FR),
                row.get(CONSENT.TEXT_EN),
                row.get(CONSENT.REQUIRED),
                row.get(CONSENT.POSITION),
                row.get(CONSENT.IN_USE));
    }
}
