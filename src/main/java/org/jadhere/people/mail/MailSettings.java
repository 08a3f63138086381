package org.jadhere.people.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves.
 *
 * @param folder where letters are put instead of being sent; empty where they are sent
 * @param from the address that letters come from; empty for the association's
 * @param serverFrom the address that mails about errors come from; empty for the same
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
