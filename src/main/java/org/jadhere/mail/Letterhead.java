package org.jadhere.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import org.jadhere.association.Association;
import org.jadhere.association.Associations;
import org.jadhere.web.Site;

/**
 * Who writes: the association, by name, from the address of the settings.
 *
 * @param from the address of the settings; empty to write from the association's own
 */
record Letterhead(String from, Associations associations, Site site) {

    /** Fills a message with a letter: plain text first, HTML as the alternative (RFC 2046, 5.1.4). */
    void fill(MimeMessage message, Envelope letter) throws MessagingException {
        var association = associations.current();
        message.setFrom(sender(association));
        if (!association.email().isEmpty()) {
            message.setReplyTo(new InternetAddress[] {new InternetAddress(association.email())});
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient()));
        message.setSubject(letter.subject(), UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence is to be told to us
        var body = new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html"));
        message.setContent(body);
        message.saveChanges();
        message.setHeader("Message-ID", "<" + letter.messageId() + "@" + site.host() + ">");
    }

    private InternetAddress sender(Association association) throws MessagingException {
        String address = !from.isEmpty()
                ? from
                : !association.email().isEmpty() ? association.email() : "no-reply@" + site.host();
        try {
            return new InternetAddress(address, association.name(), UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new MessagingException("no such encoding", e);
        }
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), kind);
        return part;
    }
}
