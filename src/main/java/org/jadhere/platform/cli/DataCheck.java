package org.jadhere.platform.cli;

import java.util.Optional;

/** Something that must hold for the data, and can be looked at any time; {@code ./jadhere check} asks every one. */
public interface DataCheck {

    /** What is looked at, in a few words. */
    String subject();

    /** What is wrong, in one line; none where nothing is. */
    Optional<String> fault();
}
