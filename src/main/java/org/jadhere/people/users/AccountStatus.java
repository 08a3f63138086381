package org.jadhere.people.users;

import static java.util.stream.Collectors.toSet;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jadhere.platform.web.Form;

/** What administrators decide about an account: whether it is active, staff, an administrator, and its crews. */
record AccountStatus(boolean active, boolean staff, boolean superuser, Set<Long> crews) {

    AccountStatus {
        crews = Set.copyOf(crews);
    }

    /** Ignores crews that are not among the choices. */
    static AccountStatus in(Form form, List<Crew> choices) {
        return new AccountStatus(
                form.isTicked("active"),
                form.isTicked("staff"),
                form.isTicked("superuser"),
                choices.stream()
                        .map(Crew::id)
                        .filter(id -> form.isTicked(checkbox(id)))
                        .collect(toSet()));
    }

    Map<String, String> fields(List<Crew> choices) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("active", active ? "yes" : "");
        fields.put("staff", staff ? "yes" : "");
        fields.put("superuser", superuser ? "yes" : "");
        choices.forEach(crew -> fields.put(checkbox(crew.id()), crews.contains(crew.id()) ? "yes" : ""));
        return fields;
    }

    static String checkbox(long crew) {
        return "crew-" + crew;
    }
}
