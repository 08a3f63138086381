package org.jadhere.people.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jadhere.platform.site.Site;

/**
 * Sends in the name of the program, without reading the association from the database, which may be down.
 *
 * @param from the sender's address in the settings; empty for no-reply at the site's host
 */
record ServerMailSender(String from, String prefix, Site site) implements MailSender {

    @Override
    public void setSender(MimeMessage message) throws MessagingException {
        message.setFrom(MailSender.named(from.isEmpty() ? "no-reply@" + host() : from, "Jadhere"));
    }

    @Override
    public String host() {
        return site.host();
    }
}
