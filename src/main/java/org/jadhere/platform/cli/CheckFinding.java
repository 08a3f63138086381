package org.jadhere.platform.cli;

/**
 * A problem of an instance.
 *
 * @param sentence the problem and what to do, in one line
 */
public record CheckFinding(Severity severity, String sentence) {

    public enum Severity {
        /** The data or the service are at risk: {@code ./jadhere check --deploy} fails. */
        UNSAFE,
        /** An improvement, without which the check succeeds. */
        ADVICE
    }

    public static CheckFinding unsafe(String sentence) {
        return new CheckFinding(Severity.UNSAFE, sentence);
    }

    public static CheckFinding advice(String sentence) {
        return new CheckFinding(Severity.ADVICE, sentence);
    }
}
