package org.jadhere.people.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/** A folder that letters are put into instead of being sent, one file each: for a demonstration. */
record FolderTransport(Path folder, MailSender letterhead) implements MailTransport {

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void send(QueuedMail letter, Runnable handingOver) {
        try {
            var message = new MimeMessage(Session.getInstance(new Properties()));
            letterhead.fill(message, letter);
            Files.createDirectories(folder);
            handingOver.run();
            try (var file = Files.newOutputStream(folder.resolve(letter.fileName()))) {
                message.writeTo(file);
            }
        } catch (IOException | MessagingException e) {
            throw new NotSent(String.valueOf(e.getMessage()), false, true, e);
        }
    }
}
