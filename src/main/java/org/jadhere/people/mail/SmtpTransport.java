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

/** A mail server, spoken to in SMTP (RFC 5321). */
final class SmtpTransport implements MailTransport {

    private final @Nullable JavaMailSender server;
    private final MailSender letterhead;

    SmtpTransport(@Nullable JavaMailSender server, MailSender letterhead) {
        this.server = server;
        this.letterhead = letterhead;
    }

    @Override
    public boolean isOpen() {
        return server != null;
    }

    @Override
    public void send(QueuedMail letter, Runnable handingOver) {
        var sender = Objects.requireNonNull(server);
        var message = new Watched(sender.createMimeMessage(), handingOver);
        try {
            letterhead.fill(message, letter);
            sender.send(message);
        } catch (MessagingException | MailException failure) {
            throw notSent(failure, message.handedOver);
        }
    }

    /** The server reads until a line with a dot; the text is written before that line, so that here is the last moment. */
    private static final class Watched extends MimeMessage {

        private final Runnable handingOver;
        private boolean handedOver;

        Watched(MimeMessage source, Runnable handingOver) {
            super(source.getSession());
            this.handingOver = handingOver;
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            handingOver.run();
            handedOver = true;
        }
    }

    /** Once the letter was handed over, only an answer says that it was not accepted. */
    private static NotSent notSent(Exception failure, boolean handedOver) {
        var reasons = reasons(failure);
        int code = reasons.stream().mapToInt(SmtpTransport::code).max().orElse(-1);
        String said = reasons.stream()
                .filter(reason -> code(reason) > 0)
                .findFirst()
                .orElse(reasons.getLast())
                .getMessage();
        return new NotSent(String.valueOf(said), code >= 500 && code < 600, code >= 400 || !handedOver, failure);
    }

    /** The code of the server's answer (RFC 5321, 4.2.1): 4xx is not now, 5xx is never; -1 without an answer. */
    private static int code(Throwable reason) {
        return switch (reason) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> -1;
        };
    }

    /** The failures behind a failure: each framework hides them in a place of its own. */
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
