package org.jadhere.platform.cli;

import java.util.Optional;

/** A check of the data, run by {@code ./jadhere check}. */
public interface DataCheck {

    /** What is checked, in a few words. */
    String subject();

    /** What is wrong, in one line; empty if the data is correct. */
    Optional<String> fault();
}
