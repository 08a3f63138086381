package org.jadhere.people.users;

import static org.jadhere.platform.db.Tables.APP_USER;
import static org.jooq.impl.DSL.count;

import java.util.ArrayList;
import java.util.List;
import org.jadhere.people.access.Actors;
import org.jadhere.platform.cli.CheckFinding;
import org.jadhere.platform.cli.DeployCheck;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Checks that the instance has an administrator, and that all have a second factor. */
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
    public List<CheckFinding> findings() {
        var row = db.select(count(), count().filterWhere(Actors.hasSecondFactor()))
                .from(APP_USER)
                .where(APP_USER.SUPERUSER)
                .and(APP_USER.ACTIVE)
                .fetchSingle();
        return findings(row.value1(), row.value2());
    }

    static List<CheckFinding> findings(int administrators, int withSecondFactor) {
        List<CheckFinding> findings = new ArrayList<>();
        if (administrators == 0) {
            findings.add(CheckFinding.unsafe("there is no administrator: run 'jadhere createsuperuser'"));
        } else if (withSecondFactor == 0) {
            findings.add(
                    CheckFinding.unsafe(
                            "no administrator has a second factor: log in and add a passkey or a code generator at /me/security"));
        } else if (withSecondFactor < administrators) {
            findings.add(CheckFinding.advice(
                    "%d of %d administrators have no second factor: ask them to add one at /me/security"
                            .formatted(administrators - withSecondFactor, administrators)));
        }
        return findings;
    }
}
