package org.jadhere.platform.cli;

/** A command fails; the message says why and what to do, in one line. */
public class CommandException extends RuntimeException {

    public CommandException(String message) {
        super(message);
    }
}
