package org.jadhere.people.users;

import java.io.Console;
import java.util.Arrays;
import org.jadhere.platform.cli.CommandException;
import org.jspecify.annotations.Nullable;

/** Questions on the terminal, and what scripts answer instead. */
final class TerminalPrompt {

    private TerminalPrompt() {}

    /** What was given on the command line, else asked for. */
    static String ask(@Nullable String given, String question, String option) {
        if (given != null) {
            return given;
        }
        Console console = terminal("give " + option);
        return String.valueOf(console.readLine("%s: ", question)).strip();
    }

    /** From JADHERE_PASSWORD, else asked for twice, without echo. Never from the command line, where others can read it. */
    static String newPassword() {
        String given = System.getenv("JADHERE_PASSWORD");
        if (given != null) {
            return given;
        }
        Console console = terminal("set JADHERE_PASSWORD");
        char[] first = console.readPassword("Password: ");
        char[] second = console.readPassword("Password (again): ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new CommandException("the two passwords are not the same");
        }
        return new String(first);
    }

    private static Console terminal(String insteadOfAsking) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new CommandException("no terminal to ask on: " + insteadOfAsking);
        }
        return console;
    }
}
