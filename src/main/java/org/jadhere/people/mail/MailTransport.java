package org.jadhere.people.mail;

/** Sends mails: an SMTP server, or a folder. */
interface MailTransport {

    /** Whether mails can be sent: without a mail server they stay in the queue. */
    boolean isOpen();

    /**
     * Sends one mail.
     *
     * @param beforeHandover is called before the last byte is sent: from then on the server may have accepted the mail
     * @throws MailNotSentException where it was rejected or could not be transmitted
     */
    void send(QueuedMail mail, Runnable beforeHandover);
}
