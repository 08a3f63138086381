package org.jadhere.people.mail;

import java.util.ArrayList;
import java.util.List;
import org.jadhere.people.association.Associations;
import org.jadhere.platform.cli.CheckFinding;
import org.jadhere.platform.cli.DeployCheck;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Whether letters leave, and how. */
@Component
class MailCheck implements DeployCheck {

    /**
     * How mail leaves.
     *
     * @param host of the mail server; empty where there is none
     * @param from whom letters come from; empty where nobody is set
     */
    record Way(String folder, String host, String from, boolean encrypted) {

        List<CheckFinding> findings() {
            List<CheckFinding> findings = new ArrayList<>();
            if (!folder.isEmpty()) {
                findings.add(
                        CheckFinding.unsafe(
                                "letters are put into a folder and reach nobody: remove jadhere.mail.folder and set spring.mail.host"));
            } else if (host.isEmpty()) {
                findings.add(CheckFinding.unsafe(
                        "there is no mail server, and letters wait for ever: set spring.mail.host"));
            } else if (!encrypted && !LocalMailServer.is(host)) {
                findings.add(CheckFinding.unsafe("letters may leave this machine unencrypted: set"
                        + " spring.mail.properties.mail.smtp.starttls.required to true"));
            }
            if (from.isEmpty()) {
                findings.add(
                        CheckFinding.unsafe("letters come from an address that nobody has: set jadhere.mail.from"));
            }
            return findings;
        }
    }

    private final MailSettings settings;
    private final Environment all;
    private final Associations associations;

    MailCheck(MailSettings settings, Environment all, Associations associations) {
        this.settings = settings;
        this.all = all;
        this.associations = associations;
    }

    @Override
    public String subject() {
        return "mail";
    }

    @Override
    public List<CheckFinding> findings() {
        String from = settings.from().isEmpty() ? associations.current().email() : settings.from();
        boolean encrypted = all.getProperty("spring.mail.protocol", "smtp").equals("smtps")
                || all.getProperty("spring.mail.properties.mail.smtp.starttls.required", Boolean.class, false);
        return new Way(settings.folder(), all.getProperty("spring.mail.host", ""), from, encrypted).findings();
    }
}
