package org.jadhere.people.users;

import java.util.List;
import java.util.Set;
import org.jadhere.people.access.Permission;

/**
 * A group of volunteers, and the permissions it carries.
 *
 * @param types names of the service types that it manages, which give it further rights
 */
public record Crew(long id, String name, Set<Permission> permissions, List<String> types) {

    public Crew {
        permissions = Set.copyOf(permissions);
        types = List.copyOf(types);
    }
}
