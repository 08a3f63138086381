package org.jadhere.platform.cli;

/** A command that cannot do what it was asked; the message says why and what to do, in one line. */
public class CommandException extends RuntimeException {

    public CommandException(String message) {
        super(message);
    }
}
