package org.jadhere.cli;

/** A command that cannot do what it was asked; the message says why and what to do, in one line. */
public class Refusal extends RuntimeException {

    public Refusal(String message) {
        super(message);
    }
}
