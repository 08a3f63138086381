package org.jadhere.people.mail;

import java.util.ArrayList;
import java.util.List;
import org.jadhere.people.association.Associations;
import org.jadhere.platform.cli.CheckFinding;
import org.jadhere.platform.cli.DeployCheck;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Checks whether mails are sent, encrypted, and from a configured address. */
@Component
class MailCheck implements DeployCheck {

    /**
     * The settings that mails are sent by.
     *
     * @param host of the mail server; empty where there is none
     * @param from the sender's address; empty where none is set
     */
    record Route(String folder, String host, String from, boolean encrypted) {

        List<CheckFinding> findings() {
            List<CheckFinding> findings = new ArrayList<>();
            if (!folder.isEmpty()) {
                findings.add(
                        CheckFinding.unsafe(
                                "mails are written to a folder and not sent: remove jadhere.mail.folder and set spring.mail.host"));
            } else if (host.isEmpty()) {
                findings.add(CheckFinding.unsafe(
                        "there is no mail server, and mails stay in the queue: set spring.mail.host"));
            } else if (!encrypted && !LocalMailServer.isLocal(host)) {
                findings.add(CheckFinding.unsafe("mails may leave this machine unencrypted: set"
                        + " spring.mail.properties.mail.smtp.starttls.required to true"));
            }
            if (from.isEmpty()) {
                findings.add(
                        CheckFinding.unsafe("mails are sent from an address without a mailbox: set jadhere.mail.from"));
            }
            return findings;
        }
    }

    private final MailSettings settings;
    private final Environment environment;
    private final Associations associations;

    MailCheck(MailSettings settings, Environment environment, Associations associations) {
        this.settings = settings;
        this.environment = environment;
        this.associations = associations;
    }

    @Override
    public String subject() {
        return "mail";
    }

    @Override
    public List<CheckFinding> findings() {
        String from = settings.from().isEmpty() ? associations.current().email() : settings.from();
        boolean encrypted =
                environment.getProperty("spring.mail.protocol", "smtp").equals("smtps")
                        || environment.getProperty(
                                "spring.mail.properties.mail.smtp.starttls.required", Boolean.class, false);
        return new Route(settings.folder(), environment.getProperty("spring.mail.host", ""), from, encrypted)
                .findings();
    }
}
