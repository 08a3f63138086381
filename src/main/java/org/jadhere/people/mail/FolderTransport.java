package org.jadhere.people.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** Writes each mail to a file of a folder instead of sending it: for a demonstration. */
record FolderTransport(Path folder, MailSender sender) implements MailTransport {

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void send(QueuedMail mail, Runnable beforeHandover) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()));
            sender.fill(message, mail);
            Files.createDirectories(folder);
            beforeHandover.run();
            try (var file = Files.newOutputStream(folder.resolve(mail.fileName()))) {
                message.writeTo(file);
            }
        } catch (IOException | MessagingException e) {
            throw new MailNotSentException(String.valueOf(e.getMessage()), false, true, e);
        }
    }
}
