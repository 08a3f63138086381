package org.jadhere.access;

import static org.jadhere.db.Tables.APP_USER;
import static org.jooq.impl.DSL.count;

import java.util.ArrayList;
import java.util.List;
import org.jadhere.cli.DeployCheck;
import org.jadhere.cli.Finding;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Whether somebody administers the instance, and not by a password alone. */
@Component
class AdministratorsCheck implements DeployCheck {

    private final DSLContext db;

    AdministratorsCheck(DSLContext db) {
        this.db = db;
    }

    @Override
    public String subject() {
        return "administrators";
    }

    @Override
    public List<Finding> findings() {
        var row = db.select(count(), count().filterWhere(Actors.keepsFactor()))
                .from(APP_USER)
                .where(APP_USER.SUPERUSER)
                .and(APP_USER.ACTIVE)
                .fetchSingle();
        return findings(row.value1(), row.value2());
    }

    static List<Finding> findings(int administrators, int withFactor) {
        List<Finding> findings = new ArrayList<>();
        if (administrators == 0) {
            findings.add(Finding.unsafe("there is no administrator: run 'jadhere createsuperuser'"));
        } else if (withFactor == 0) {
            findings.add(
                    Finding.unsafe(
                            "no administrator has a second factor: log in and add a passkey or a code generator at /me/security"));
        } else if (withFactor < administrators) {
            findings.add(
                    Finding.advice("%d of %d administrators have no second factor: ask them to add one at /me/security"
                            .formatted(administrators - withFactor, administrators)));
        }
        return findings;
    }
}
