package org.jadhere.people.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;

/** Who writes, and what stands around the text of every mail. */
interface MailSender {

    /** Says who writes, and to whom answers go. */
    void sign(MimeMessage message) throws MessagingException;

    /** What goes before each subject. */
    String prefix();

    /** The name of the host that message ids end with. */
    String host();

    /** Fills a message with a letter: plain text first, HTML as the alternative (RFC 2046, 5.1.4). */
    default void fill(MimeMessage message, QueuedMail letter) throws MessagingException {
        sign(message);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.recipient()));
        message.setSubject(prefix() + letter.subject(), UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence is to be told to us
        var body = new MimeMultipart("alternative", part(letter.text(), "plain"), part(letter.html(), "html"));
        message.setContent(body);
        message.saveChanges();
        message.setHeader("Message-ID", "<" + letter.messageId() + "@" + host() + ">");
    }

    /** An address with the name of whose it is. */
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
