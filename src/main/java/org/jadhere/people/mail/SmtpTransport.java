package org.jadhere.people.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;

/** Sends through a mail server by SMTP (RFC 5321). */
final class SmtpTransport implements MailTransport {

    private final @Nullable JavaMailSender server;
    private final MailSender sender;

    SmtpTransport(@Nullable JavaMailSender server, MailSender sender) {
        this.server = server;
        this.sender = sender;
    }

    @Override
    public boolean isOpen() {
        return server != null;
    }

    @Override
    public void send(QueuedMail mail, Runnable beforeHandover) {
        var smtp = Objects.requireNonNull(server);
        var message = new ObservedMessage(smtp.createMimeMessage(), beforeHandover);
        try {
            sender.fill(message, mail);
            smtp.send(message);
        } catch (MessagingException | MailException failure) {
            throw notSent(failure, message.handedOver);
        }
    }

    /** Runs an action after the text is written and before the line with a dot that ends it (RFC 5321, 4.1.1.4). */
    private static final class ObservedMessage extends MimeMessage {

        private final Runnable beforeHandover;
        private boolean handedOver;

        ObservedMessage(MimeMessage source, Runnable beforeHandover) {
            super(source.getSession());
            this.beforeHandover = beforeHandover;
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            beforeHandover.run();
            handedOver = true;
        }
    }

    /** After the handover, only a reply of the server proves that the mail was not accepted. */
    private static MailNotSentException notSent(Exception failure, boolean handedOver) {
        var reasons = reasons(failure);
        int code = reasons.stream().mapToInt(SmtpTransport::code).max().orElse(-1);
        String reply = reasons.stream()
                .filter(reason -> code(reason) > 0)
                .findFirst()
                .orElse(reasons.getLast())
                .getMessage();
        return new MailNotSentException(
                String.valueOf(reply), code >= 500 && code < 600, code >= 400 || !handedOver, failure);
    }

    /** The code of the server's reply (RFC 5321, 4.2.1): 4xx is transient, 5xx permanent; -1 without a reply. */
    private static int code(Throwable reason) {
        return switch (reason) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> -1;
        };
    }

    /** A failure and its causes, which Java, Spring and Jakarta Mail each keep in a different property. */
    private static List<Throwable> reasons(Throwable failure) {
        List<Throwable> reasons = new ArrayList<>();
        reasons.add(failure);
        for (int i = 0; i < reasons.size(); i++) {
            var reason = reasons.get(i);
            if (reason.getCause() != null) {
                reasons.add(reason.getCause());
            }
            if (reason instanceof MailSendException several) {
                reasons.addAll(List.of(several.getMessageExceptions()));
            }
            if (reason instanceof SendFailedException chained && chained.getNextException() != null) {
                reasons.add(chained.getNextException());
            }
        }
        return reasons;
    }
}
