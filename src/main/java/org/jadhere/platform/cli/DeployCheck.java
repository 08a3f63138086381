package org.jadhere.platform.cli;

import java.util.List;

/** Something that an instance in production must have; {@code ./jadhere check --deploy} asks every one. */
public interface DeployCheck {

    /** What is looked at, in a few words. */
    String subject();

    /** What is unsafe or missing; nothing where all is well. */
    List<CheckFinding> findings();
}
