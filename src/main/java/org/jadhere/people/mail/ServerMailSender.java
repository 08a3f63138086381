package org.jadhere.people.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.jadhere.platform.site.Site;

/**
 * The program itself writes, without asking the database who it works for: that may be what is broken.
 *
 * @param from the address of the settings; empty for one at the site's host
 */
record ServerMailSender(String from, String prefix, Site site) implements MailSender {

    @Override
    public void sign(MimeMessage message) throws MessagingException {
        message.setFrom(MailSender.named(from.isEmpty() ? "no-reply@" + host() : from, "Jadhere"));
    }

    @Override
    public String host() {
        return site.host();
    }
}
