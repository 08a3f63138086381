package org.jadhere.people.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings of outgoing mail.
 *
 * @param folder mails are written to instead of being sent; empty to send them
 * @param from the sender's address; empty for the association's
 * @param serverFrom the sender's address of mails about errors; empty for the same
 */
@ConfigurationProperties("jadhere.mail")
record MailSettings(
        @DefaultValue("") String folder,
        @DefaultValue("") String from,
        @DefaultValue("") String serverFrom) {

    String serverSender() {
        return serverFrom.isEmpty() ? from : serverFrom;
    }
}
