package org.jadhere.people.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;

/**
 * The current user and their rights: read anew for each request, so that a granted or revoked right takes effect at once.
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

    /** The current user of a request that visitors may send as well; null for a visitor. */
    public static @Nullable Actor of(HttpServletRequest request) {
        return (Actor) request.getAttribute(ActorFilter.ACTOR);
    }

    /** Whether the pages under /admin are open: with staff status, and to administrators in any case. */
    public boolean mayEnterAdministration() {
        return staff || superuser;
    }

    /** Staff in the managing crew of a service type, or an administrator. */
    public boolean isCrew() {
        return superuser || staff && !managedTypes.isEmpty();
    }

    /** Staff in a crew with permissions on payments, or an administrator. */
    public boolean isBank() {
        return superuser || staff && permissions.stream().anyMatch(Permission::isBankPermission);
    }

    public boolean holds(Permission permission) {
        return superuser || staff && permissions.contains(permission);
    }

    /** Throws {@link AccessDeniedException}, which is answered with 403, unless the condition holds. */
    public void must(boolean allowed) {
        if (!allowed) {
            throw new AccessDeniedException("not for " + username);
        }
    }

    /** Whether one of the actor's crews manages this service type. */
    public boolean manages(@Nullable Long typeId) {
        return superuser || staff && typeId != null && managedTypes.contains(typeId);
    }
}
