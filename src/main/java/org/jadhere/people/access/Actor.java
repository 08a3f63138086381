package org.jadhere.people.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * Who asks, and what they may do at this moment: read anew for each request, so that a right given or taken counts at once.
 *
 * @param managedTypes the ids of the service types that the actor's crews manage
 */
public record Actor(
        long userId,
        String username,
        String name,
        String language,
        boolean staff,
        boolean superuser,
        Set<Long> managedTypes,
        Set<Permission> permissions) {

    /** Who sent a request that visitors may send as well; none for a visitor. */
    public static @Nullable Actor of(HttpServletRequest request) {
        return (Actor) request.getAttribute(ActorFilter.ACTOR);
    }

    /** Staff status lets into the administration; an administrator is let in anyway. */
    public boolean mayEnterAdministration() {
        return staff || superuser;
    }

    /** Staff, in the managing crew of some service type. */
    public boolean isCrew() {
        return superuser || staff && !managedTypes.isEmpty();
    }

    /** Staff, in a crew with permissions on payments. */
    public boolean isBank() {
        return superuser || staff && permissions.stream().anyMatch(Permission::isOfTheBank);
    }

    public boolean holds(Permission permission) {
        return superuser || staff && permissions.contains(permission);
    }

    /** The last word of an act on a right: {@link AccessDeniedException}, which is answered with 403, where it is not held. */
    public void must(boolean allowed) {
        if (!allowed) {
            throw new AccessDeniedException("not for " + username);
        }
    }

    /** Whether a service of this type is within the actor's reach as a crew member. */
    public boolean manages(@Nullable Long typeId) {
        return superuser || staff && typeId != null && managedTypes.contains(typeId);
    }
}
