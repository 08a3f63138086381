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
    public List<CheckFinding> findings() {
        var row = db.select(count(), count().filterWhere(Actors.hasSecondFactor()))
                .from(APP_USER)
                .where(APP_USER.SUPERUSER)
                .and(APP_USER.ACTIVE)
                .fetchSingle();
        return findings(row.value1(), row.value2());
    }

    static List<CheckFinding> findings(int administrators, int withFactor) {
        List<CheckFinding> findings = new ArrayList<>();
        if (administrators == 0) {
            findings.add(CheckFinding.unsafe("there is no administrator: run 'jadhere createsuperuser'"));
        } else if (withFactor == 0) {
            findings.add(
                    CheckFinding.unsafe(
                            "no administrator has a second factor: log in and add a passkey or a code generator at /me/security"));
        } else if (withFactor < administrators) {
            findings.add(CheckFinding.advice(
                    "%d of %d administrators have no second factor: ask them to add one at /me/security"
                            .formatted(administrators - withFactor, administrators)));
        }
        return findings;
    }
}
