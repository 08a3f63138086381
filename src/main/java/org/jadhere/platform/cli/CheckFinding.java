package org.jadhere.platform.cli;

/**
 * Something about an instance that ought to be otherwise.
 *
 * @param sentence what it is and what to do, in one line
 */
public record CheckFinding(Severity severity, String sentence) {

    /** How bad it is. */
    public enum Severity {
        /** People's data or the service are in danger: {@code ./jadhere check --deploy} fails. */
        UNSAFE,
        /** It would be better otherwise. */
        ADVICE
    }

    public static CheckFinding unsafe(String sentence) {
        return new CheckFinding(Severity.UNSAFE, sentence);
    }

    public static CheckFinding advice(String sentence) {
        return new CheckFinding(Severity.ADVICE, sentence);
    }
}
