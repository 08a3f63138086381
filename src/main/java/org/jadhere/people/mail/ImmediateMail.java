package org.jadhere.people.mail;

/** Sends mails at once, without queue and database: for errors reported to the administrators. */
public final class ImmediateMail {

    private final MailTransport transport;

    ImmediateMail(MailTransport transport) {
        this.transport = transport;
    }

    /** Whether a mail server, or the folder that replaces one, is configured. */
    public boolean isOpen() {
        return transport.isOpen();
    }

    /**
     * Sends one mail and waits for the mail server, at most as long as the configured timeouts.
     *
     * @param messageId the same at each attempt; without the host
     * @throws MailNotSentException where the mail server did not accept it
     */
    public void send(String messageId, String recipient, RenderedMail mail) {
        transport.send(new QueuedMail(messageId, recipient, mail), () -> {});
    }
}
