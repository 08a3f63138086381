package org.jadhere.office.demo;

import static org.jadhere.platform.db.Tables.APP_USER;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jadhere.platform.cli.CheckFinding;
import org.jadhere.platform.cli.DeployCheck;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Checks that a production instance does not have the public accounts of a demonstration. */
@Component
class DemoCheck implements DeployCheck {

    private final DSLContext db;
    private final Path home;

    DemoCheck(DSLContext db, @Value("${jadhere.home}") Path home) {
        this.db = db;
        this.home = home;
    }

    @Override
    public String subject() {
        return "demonstration";
    }

    @Override
    public List<CheckFinding> findings() {
        List<String> logins =
                Stream.of(DemoAccount.values()).map(DemoAccount::username).toList();
        boolean open = db.fetchExists(
                APP_USER, APP_USER.SUPERUSER.isTrue(), APP_USER.ACTIVE.isTrue(), APP_USER.USERNAME.in(logins));
        return findings(new PasswordFile(home).exists(), open);
    }

    static List<CheckFinding> findings(boolean passwords, boolean administrator) {
        List<CheckFinding> findings = new ArrayList<>();
        if (passwords) {
            findings.add(CheckFinding.unsafe("password.txt of a demonstration is in the folder of the instance: use a"
                    + " separate folder and database, or close those accounts and delete the file"));
        }
        if (administrator) {
            findings.add(CheckFinding.unsafe(
                    "an administrator has a login of the demonstration: create another account and close that one"));
        }
        return findings;
    }
}
