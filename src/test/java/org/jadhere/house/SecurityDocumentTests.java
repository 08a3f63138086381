package org.jadhere.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/security.md} has a line for each requirement of the levels 1 and 2 of OWASP ASVS 5.0.0, and names no
 * class or file that does not exist. What it says is not met is an exception of decision 0033.
 */
class SecurityDocumentTests {

    private static final Path DOCUMENT = Path.of("docs/security.md");
    private static final Path EXCEPTIONS = Path.of("docs/decisions/0033-security-level-2-exceptions.md");
    private static final Path NUMBERS = Path.of("src/test/resources/org/jadhere/house/asvs-level-2.txt");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final Pattern CLASS = Pattern.compile("[A-Z]\\w*[a-z]\\w*(\\.java)?");
    private static final Pattern FILE = Pattern.compile("(src|docs|packaging|bin)/\\S+|[A-Za-z]+\\.(md|xml)");

    /** A requirement and what is said about it, up to the next one or an empty line. */
    private static final Pattern LINE = Pattern.compile("(?ms)^- \\*\\*V([0-9.]+)\\*\\*(.*?)(?=^- |^$|\\z)");

    private static final String MET = "**Met.**";
    private static final String NOT_APPLICABLE = "**Not applicable.**";
    private static final String NOT_MET = "**Not met.**";

    private record Requirement(String number, String text) {}

    private static List<Requirement> requirements() throws IOException {
        return LINE.matcher(Files.readString(DOCUMENT))
                .results()
                .map(line -> new Requirement(line.group(1), line.group(2).replaceAll("\\s+", " ")))
                .toList();
    }

    private static long count(List<Requirement> requirements, String verdict) {
        return requirements.stream()
                .filter(requirement -> requirement.text().contains(verdict))
                .count();
    }

    @Test
    void everyRequirementHasOneLine() throws IOException {
        assertThat(requirements().stream().map(Requirement::number))
                .containsExactlyElementsOf(Files.readAllLines(NUMBERS));
    }

    @Test
    void everyLineHasOneVerdict() throws IOException {
        var requirements = requirements();
        long met = count(requirements, MET);
        long notApplicable = count(requirements, NOT_APPLICABLE);
        long notMet = count(requirements, NOT_MET);

        assertThat(met + notApplicable + notMet).isEqualTo(requirements.size());
        assertThat(Files.readString(DOCUMENT).replaceAll("\\s+", " "))
                .contains("Of %d requirements, %d are met, %d do not apply, and %d are not met"
                        .formatted(requirements.size(), met, notApplicable, notMet));
    }

    @Test
    void whatIsNotMetIsAnException() throws IOException {
        var accepted = Pattern.compile("\\bV(\\d+\\.\\d+\\.\\d+)\\b")
                .matcher(Files.readString(EXCEPTIONS))
                .results()
                .map(number -> number.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var notMet = requirements().stream()
                .filter(requirement -> requirement.text().contains(NOT_MET))
                .map(Requirement::number)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(notMet).isEqualTo(accepted);
    }

    @Test
    void namedClassesAndFilesExist() throws IOException {
        var classes = classes();
        assertThat(CODE.matcher(Files.readString(DOCUMENT))
                        .results()
                        .map(code -> code.group(1))
                        .filter(code -> !exists(code, classes))
                        .distinct())
                .isEmpty();
    }

    /** True also for what is neither a class nor a file of the sources, such as a setting or a header. */
    private static boolean exists(String code, Set<String> classes) {
        if (CLASS.matcher(code).matches()) {
            return classes.contains(code.replaceFirst("\\.java$", ""));
        }
        return !FILE.matcher(code).matches() || Files.exists(Path.of(code));
    }

    private static Set<String> classes() throws IOException {
        try (var files = Files.walk(Path.of("src"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replaceFirst("\\.java$", ""))
                    .collect(Collectors.toSet());
        }
    }
}
