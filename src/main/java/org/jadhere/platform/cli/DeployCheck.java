package org.jadhere.platform.cli;

import java.util.List;

/** A check of the instance's configuration and machine, run by {@code ./jadhere check --deploy}. */
public interface DeployCheck {

    /** What is checked, in a few words. */
    String subject();

    /** The problems; empty if there are none. */
    List<CheckFinding> findings();
}
