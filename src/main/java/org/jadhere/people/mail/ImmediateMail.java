package org.jadhere.people.mail;

/** Mails that go out at once, without queue and database: what administrators are told when something is broken. */
public final class ImmediateMail {

    private final MailTransport outlet;

    ImmediateMail(MailTransport outlet) {
        this.outlet = outlet;
    }

    /** Whether there is a way out: a mail server, or the folder that stands in for one. */
    public boolean isOpen() {
        return outlet.isOpen();
    }

    /**
     * Sends one; waits for the mail server, no longer than the settings let it.
     *
     * @param messageId the same at each try; without the host
     */
    public void send(String messageId, String recipient, RenderedMail written) throws Failed {
        try {
            outlet.send(new QueuedMail(messageId, recipient, written), () -> {});
        } catch (MailTransport.NotSent e) {
            throw new Failed(String.valueOf(e.getMessage()), e.forGood(), e);
        }
    }

    /** It did not go out, or nobody knows whether it did. */
    public static final class Failed extends Exception {

        private final boolean forGood;

        Failed(String reason, boolean forGood, Throwable cause) {
            super(reason, cause);
            this.forGood = forGood;
        }

        /** Whether trying again would come to the same. */
        public boolean forGood() {
            return forGood;
        }
    }
}
