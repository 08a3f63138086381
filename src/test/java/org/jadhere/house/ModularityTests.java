package org.jadhere.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jadhere.house.Modules.JAVA;
import static org.jadhere.house.Modules.TEMPLATES;
import static org.jadhere.house.Modules.WINGS;
import static org.jadhere.house.Modules.files;
import static org.jadhere.house.Modules.found;
import static org.jadhere.house.Modules.moduleOf;
import static org.jadhere.house.Modules.usableBy;
import static org.jadhere.house.Modules.wingOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jadhere.Application;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/**
 * The arrows between modules are the allowedDependencies of their package-info. They hold for Java, for templates and for
 * the tables that SQL reads.
 */
class ModularityTests {

    private static final Pattern IMPORT = Pattern.compile("org\\.jadhere\\.([a-z]+\\.[a-z]+)\\.[A-Z]");
    private static final Pattern PART = Pattern.compile("@template\\.([a-z]+\\.[a-z]+)\\.");
    private static final Pattern PAGE = Pattern.compile("\\bpages\\(\\)\\s*\\.([a-z]+[A-Z][a-z]+)");
    private static final Pattern TABLE = Pattern.compile("platform\\.db\\.Tables\\.([A-Z_]+);");
    private static final Pattern CREATED = Pattern.compile("(?im)^create (?:unlogged )?(?:table|view) ([a-z_]+)");

    /** Migrations that are not named after a module. */
    private static final Map<String, String> MODULE_OF_MIGRATION = Map.of("validation", "money.common");

    /** Tables that a module reads although their module is above it, each with the reason. */
    private static final Map<String, String> TABLE_EXCEPTIONS = Map.of(
            "people.access -> SERVICE_TYPE",
            "the rights of the current user include the types that their crews manage, in the one query of each request",
            "people.access -> ASSOCIATION",
            "the same query reads whether staff must have a second factor",
            "people.access -> PASSKEY",
            "the same query reads whether the user has a second factor",
            "people.access -> CODE_GENERATOR",
            "the same query reads whether the user has a second factor",
            "people.users -> SERVICE_TYPE",
            "the list of crews names the types that each manages",
            "people.users -> MEMBER",
            "the list of users shows who is a member, in one query",
            "people.members -> MEMBERSHIP_FEE",
            "the list of members shows and filters by the end of the last fee, in one query",
            "network.services -> IP_ALLOCATION",
            "the list of services is searched by address, in one query");

    @Test
    void javaFollowsTheArrows() {
        ApplicationModules.of(Application.class).verify();
    }

    @Test
    void wingsPointDown() {
        var up = Modules.names().stream()
                .flatMap(module -> usableBy(module).stream()
                        .filter(used -> WINGS.indexOf(wingOf(used)) > WINGS.indexOf(wingOf(module)))
                        .map(used -> module + " -> " + used))
                .toList();

        assertThat(up).as("a wing uses itself and those before it in " + WINGS).isEmpty();
    }

    @Test
    void everyWingSaysWhatItIs() {
        assertThat(WINGS)
                .allSatisfy(wing -> assertThat(Files.readString(JAVA.resolve(wing + "/package-info.java")))
                        .contains("/**"));
    }

    @Test
    void templatesFollowTheArrows() {
        var wrong = files(TEMPLATES, ".jte").entrySet().stream()
                .flatMap(file -> notAllowed(file.getKey(), file.getValue()))
                .toList();

        assertThat(wrong)
                .as("a template uses the classes and parts of modules that its own module may use;"
                        + " ui and layout use platform alone")
                .isEmpty();
    }

    private static Stream<String> notAllowed(Path template, String text) {
        String module = moduleOf(TEMPLATES, template);
        Set<String> usable = usableBy(module);
        boolean shared = !module.contains(".");
        return Stream.concat(found(IMPORT, text).stream(), found(PART, text).stream())
                .filter(used -> shared ? !used.startsWith("platform.") : !usable.contains(used))
                .map(used -> template + " -> " + used);
    }

    @Test
    void controllersShowTheirOwnTemplates() {
        var wrong = files(JAVA, ".java").entrySet().stream()
                .flatMap(file -> found(PAGE, file.getValue()).stream()
                        .map(page ->
                                page.replaceFirst("(?<=[a-z])([A-Z].*)", ".$1").toLowerCase(Locale.ROOT))
                        .filter(page -> Modules.names().contains(page))
                        .filter(page -> !page.equals(moduleOf(JAVA, file.getKey())))
                        .map(page -> file.getKey() + " -> " + page))
                .toList();

        assertThat(wrong)
                .as("a page is one controller and one template in the same folder")
                .isEmpty();
    }

    @Test
    void sqlFollowsTheArrows() {
        Map<String, String> owners = ownersOfTables();

        var wrong = files(JAVA, ".java").entrySet().stream()
                .flatMap(file -> {
                    String module = moduleOf(JAVA, file.getKey());
                    Set<String> usable = usableBy(module);
                    return found(TABLE, file.getValue()).stream()
                            .map(table -> table.replaceFirst("_$", ""))
                            .filter(table -> !usable.contains(owners.getOrDefault(table, "a table without migration")))
                            .map(table -> module + " -> " + table);
                })
                .collect(Collectors.toSet());

        assertThat(wrong)
                .as("a module reads the tables of modules that it may use; exceptions are named here with a reason")
                .isEqualTo(TABLE_EXCEPTIONS.keySet());
    }

    /** The module of a table is the one that its migration is named after. */
    private static Map<String, String> ownersOfTables() {
        return files(Path.of("src/main/resources/db/migration"), ".sql").entrySet().stream()
                .flatMap(file -> found(CREATED, file.getValue()).stream()
                        .map(table -> Map.entry(table.toUpperCase(Locale.ROOT), ownerOf(file.getKey()))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static String ownerOf(Path migration) {
        String name = migration.getFileName().toString().replaceFirst("^V\\d+__(\\w+)\\.sql$", "$1");
        List<String> modules = Modules.names().stream()
                .filter(module -> module.endsWith("." + name))
                .toList();
        return modules.size() == 1 ? modules.getFirst() : MODULE_OF_MIGRATION.getOrDefault(name, name);
    }
}
