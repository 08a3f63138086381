package org.jadhere.pages.service;

import java.util.Locale;

/** An act on the holder of a service that has a page of its own. */
public enum ServiceAct {
    HANDOVER,
    PAUSE,
    RESTART,
    TERMINATION;

    /** The last part of the address of the page, and the end of the keys of its texts. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the act ends the present holding, and with it payments. */
    public boolean endsHolding() {
        return this != RESTART;
    }

    /** Whether the form asks for a member. */
    public boolean asksMember() {
        return this == HANDOVER || this == RESTART;
    }

    /** Whether the names of the addresses end with the act; in a pause they stay, since no other member holds them. */
    public boolean endsNames() {
        return this == HANDOVER;
    }

    /** The day that the form asks for: the first day of the new holding, or the last day of the present one. */
    public String dayField() {
        return asksMember() ? "first-day" : "last-day";
    }

    /** The key of the confirmation. */
    public String done() {
        return switch (this) {
            case HANDOVER -> "done.service-handover";
            case PAUSE -> "done.service-pause";
            case RESTART -> "done.service-restart";
            case TERMINATION -> "done.service-termination";
        };
    }

    /** The key of the confirmation where validated payments run on, which the bank crew has to end. */
    public String doneWithRunning() {
        return switch (this) {
            case HANDOVER -> "done.service-handover-running";
            case PAUSE -> "done.service-pause-running";
            case RESTART -> "done.service-restart";
            case TERMINATION -> "done.service-termination-running";
        };
    }
}
