package org.jadhere.access;

import java.util.Set;

/** A group of volunteers, and the permissions it carries. What else it may do follows from the types it manages. */
public record Crew(long id, String name, Set<Permission> permissions) {

    public Crew {
        permissions = Set.copyOf(permissions);
    }
}
