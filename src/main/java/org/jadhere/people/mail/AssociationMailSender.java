package org.jadhere.people.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jadhere.people.association.Association;
import org.jadhere.people.association.Associations;
import org.jadhere.platform.site.Site;

/**
 * Sends in the name of the association.
 *
 * @param from the sender's address in the settings; empty for the association's own
 */
record AssociationMailSender(String from, String prefix, Associations associations, Site site) implements MailSender {

    @Override
    public void setSender(MimeMessage message) throws MessagingException {
        var association = associations.current();
        message.setFrom(MailSender.named(address(association), association.name()));
        if (!association.email().isEmpty()) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(association.email())});
        }
    }

    private String address(Association association) {
        if (!from.isEmpty()) {
            return from;
        }
        return !association.email().isEmpty() ? association.email() : "no-reply@" + host();
    }

    @Override
    public String host() {
        return site.host();
    }
}
