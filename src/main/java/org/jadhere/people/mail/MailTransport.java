package org.jadhere.people.mail;

/** Where letters leave by. */
interface MailTransport {

    /** Whether there is one: without a mail server letters wait. */
    boolean isOpen();

    /**
     * Sends one letter.
     *
     * @param handingOver is called when all but the last byte has been said, from where on it may count as accepted
     * @throws NotSent where it was refused, or could not be said
     */
    void send(QueuedMail letter, Runnable handingOver);

    /** It did not go out; or, after the handing over, may have. */
    final class NotSent extends RuntimeException {

        private final boolean forGood;
        private final boolean certain;

        /**
         * @param forGood trying again would come to the same
         * @param certain it was not accepted; else nobody knows
         */
        NotSent(String reason, boolean forGood, boolean certain, Throwable cause) {
            super(reason, cause);
            this.forGood = forGood;
            this.certain = certain;
        }

        boolean forGood() {
            return forGood;
        }

        boolean certain() {
            return certain;
        }
    }
}
