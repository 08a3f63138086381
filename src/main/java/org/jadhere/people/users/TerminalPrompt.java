package org.jadhere.people.users;

import java.io.Console;
import java.util.Arrays;
import org.jadhere.platform.cli.CommandException;
import org.jspecify.annotations.Nullable;

/** Reads answers from the terminal, or from what a script provides instead. */
final class TerminalPrompt {

    private TerminalPrompt() {}

    /** The value of the option; without it, the answer to a question. */
    static String ask(@Nullable String value, String question, String option) {
        if (value != null) {
            return value;
        }
        Console console = terminal("give " + option);
        return String.valueOf(console.readLine("%s: ", question)).strip();
    }

    /** Reads JADHERE_PASSWORD, else asks twice without echo. Never an option, which other users of the machine can read. */
    static String newPassword() {
        String value = System.getenv("JADHERE_PASSWORD");
        if (value != null) {
            return value;
        }
        Console console = terminal("set JADHERE_PASSWORD");
        char[] first = console.readPassword("Password: ");
        char[] second = console.readPassword("Password (again): ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new CommandException("the two passwords are not the same");
        }
        return new String(first);
    }

    private static Console terminal(String alternative) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CommandException("no terminal to ask on: " + alternative);
        }
        return console;
    }
}
