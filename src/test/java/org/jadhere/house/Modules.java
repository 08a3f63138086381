package org.jadhere.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.modulith.ApplicationModule;

/** The modules of the program by name ({@code people.members}), each with the modules that it may use. */
final class Modules {

    static final Path JAVA = Path.of("src/main/java/org/jadhere");
    static final Path TEMPLATES = Path.of("src/main/jte");

    /** From the bottom up: a wing uses itself and those before it. */
    static final List<String> WINGS = List.of("platform", "people", "network", "money", "office", "pages");

    private static final Map<String, Set<String>> ALLOWED = read();

    private Modules() {}

    static Set<String> names() {
        return ALLOWED.keySet();
    }

    /** The module itself is among them. */
    static Set<String> usableBy(String module) {
        return Stream.concat(ALLOWED.getOrDefault(module, Set.of()).stream(), Stream.of(module))
                .collect(Collectors.toSet());
    }

    static String wingOf(String module) {
        return module.substring(0, module.indexOf('.'));
    }

    /** The texts of the files below a folder, by path. */
    static Map<Path, String> files(Path folder, String ending) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending) && Files.isRegularFile(file))
                    .collect(Collectors.toMap(Function.identity(), Modules::text, (one, other) -> one, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The module whose folder holds the file; the folders are the same for Java and for templates. */
    static String moduleOf(Path root, Path file) {
        return root.relativize(file.getParent()).toString().replace('/', '.');
    }

    /** All that the first group of a pattern matches in a text. */
    static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, Set<String>> read() {
        var modules = new TreeMap<String, Set<String>>();
        for (Path file : files(JAVA, "package-info.java").keySet()) {
            String name = moduleOf(JAVA, file);
            var module = annotation(name);
            if (module != null) {
                modules.put(name, Set.of(module.allowedDependencies()));
            }
        }
        assertThat(modules).as("modules found below " + JAVA).hasSizeGreaterThan(30);
        return modules;
    }

    private static @org.jspecify.annotations.Nullable ApplicationModule annotation(String module) {
        try {
            String name = module.isEmpty() ? "org.jadhere" : "org.jadhere." + module;
            return Class.forName(name + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            return null;
        }
    }
}
