package org.jadhere.people.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;

/** The sender of mails, and the headers that every mail has. */
interface MailSender {

    /** Sets the headers From and Reply-To. */
    void setSender(MimeMessage message) throws MessagingException;

    /** The prefix of each subject. */
    String prefix();

    /** The host name that message ids end with. */
    String host();

    /** Fills a message from a queued mail: plain text first, HTML as the alternative (RFC 2046, 5.1.4). */
    default void fill(MimeMessage message, QueuedMail mail) throws MessagingException {
        setSender(message);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.recipient()));
        message.setSubject(prefix() + mail.subject(), UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no automatic replies
        var body = new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html"));
        message.setContent(body);
        message.saveChanges();
        message.setHeader("Message-ID", "<" + mail.messageId() + "@" + host() + ">");
    }

    /** An address with its owner's name. */
    static InternetAddress named(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, name, UTF_8.name());
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
