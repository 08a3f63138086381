package org.jadhere.office.monitoring;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder to which mails about errors are written. */
record ErrorMailFolder(Path folder) {

    /** A mail with its decoded parts. */
    record Message(String to, String from, String subject, String text, String html) {
        static Message of(MimeMessage message) {
            try {
                var parts = (Multipart) message.getContent();
                return new Message(
                        message.getAllRecipients()[0].toString(),
                        message.getFrom()[0].toString(),
                        message.getSubject(),
                        (String) parts.getBodyPart(0).getContent(),
                        (String) parts.getBodyPart(1).getContent());
            } catch (MessagingException | IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    List<Message> messages() {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("error-"))
                    .filter(ErrorMailFolder::isWhole)
                    .map(ErrorMailFolder::read)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isWhole(Path file) {
        try {
            return Files.readString(file).stripTrailing().endsWith("--");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Message read(Path file) {
        try (var in = Files.newInputStream(file)) {
            return Message.of(new MimeMessage(null, in));
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
