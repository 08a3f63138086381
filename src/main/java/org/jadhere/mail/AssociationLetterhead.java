package org.jadhere.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.jadhere.association.Association;
import org.jadhere.association.Associations;
import org.jadhere.web.Site;

/**
 * The association writes, by name, from the address of the settings.
 *
 * @param from the address of the settings; empty to write from the association's own
 */
record AssociationLetterhead(String from, String prefix, Associations associations, Site site) implements Letterhead {

    @Override
    public void sign(MimeMessage message) throws MessagingException {
        var association = associations.current();
        message.setFrom(Letterhead.named(address(association), association.name()));
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
