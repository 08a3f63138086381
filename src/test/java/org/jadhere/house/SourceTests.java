package org.jadhere.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** Rules about sources that bytecode does not show: sizes, names, words. */
class SourceTests {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");

    private static final int METHOD_LINES = 20;
    private static final int CLASS_LINES = 200;
    private static final int TEST_CLASS_LINES = 250;
    private static final int TEMPLATE_LINES = 80;
    private static final int CLASSES_IN_A_PACKAGE = 28;
    private static final int TEST_NAME = 50;
    private static final int HANDLERS = 6;

    /** Words that replace the name of the person or thing that a sentence is about. */
    private static final Pattern VAGUE =
            Pattern.compile("\\b([Nn]o" + "body|[Ss]ome" + "body|[Ww]ho" + "ever|[Ww]hat" + "ever|of wh" + "om)\\b");

    private static final Pattern HANDLER = Pattern.compile("(?m)^    @(?:Get|Post|Put|Delete|Request)Mapping");

    @Test
    void filesAreSmall() {
        assertThat(longer(MAIN, ".java", CLASS_LINES))
                .as("classes: find the second noun in them")
                .isEmpty();
        assertThat(longer(Modules.TEMPLATES, ".jte", TEMPLATE_LINES))
                .as("templates: name a part of them")
                .isEmpty();
        assertThat(longer(TESTS, ".java", TEST_CLASS_LINES))
                .as("tests: one class for each act")
                .isEmpty();
    }

    private static List<String> longer(Path folder, String ending, int limit) {
        return Modules.files(folder, ending).entrySet().stream()
                .filter(file -> file.getValue().lines().count() > limit)
                .map(file -> file.getKey() + ": " + file.getValue().lines().count() + " lines, allowed " + limit)
                .toList();
    }

    @Test
    void methodsAreShort() throws IOException {
        assertThat(methods(MAIN).stream()
                        .filter(method -> method.lines() > METHOD_LINES)
                        .map(Method::toString))
                .as("methods of more than %d lines: name the steps", METHOD_LINES)
                .isEmpty();
    }

    @Test
    void namesOfTestsAreShort() throws IOException {
        assertThat(methods(TESTS).stream()
                        .filter(Method::isTest)
                        .filter(method -> method.name().length() >= TEST_NAME)
                        .map(Method::toString))
                .as("a test says one thing in under %d characters", TEST_NAME)
                .isEmpty();
    }

    @Test
    void packagesAreNotCrowded() {
        Map<Path, Long> sizes = Modules.files(MAIN, ".java").keySet().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.counting()));
        sizes.values().removeIf(size -> size <= CLASSES_IN_A_PACKAGE);

        assertThat(sizes)
                .as("packages above %d classes: split them by subject", CLASSES_IN_A_PACKAGE)
                .isEmpty();
    }

    @Test
    void simpleNamesAreUnique() {
        Map<String, List<String>> places = Modules.files(MAIN, ".java").keySet().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(
                        file -> file.getFileName().toString(),
                        TreeMap::new,
                        Collectors.mapping(Path::toString, Collectors.toList())));
        places.values().removeIf(files -> files.size() == 1);

        assertThat(places).as("a search for a class finds one file").isEmpty();
    }

    @Test
    void controllersHaveFewHandlers() {
        assertThat(Modules.files(MAIN, "Controller.java").entrySet().stream()
                        .filter(file ->
                                HANDLER.matcher(file.getValue()).results().count() > HANDLERS)
                        .map(file -> file.getKey().toString()))
                .as("controllers of more than %d handlers: one noun each", HANDLERS)
                .isEmpty();
    }

    @Test
    void wordsArePlain() {
        var files = new TreeMap<Path, String>();
        Stream.of(".java", ".jte", ".sql", ".css", ".js")
                .forEach(ending -> files.putAll(Modules.files(Path.of("src"), ending)));
        files.keySet().removeIf(file -> file.startsWith("src/main/generated"));

        assertThat(files.entrySet().stream()
                        .flatMap(file -> file.getValue()
                                .lines()
                                .filter(line -> VAGUE.matcher(line).find())
                                .map(line -> file.getKey() + ": " + line.strip())))
                .as("say which user, member or value it is")
                .isEmpty();
    }

    /** A method with the lines between its braces. */
    private record Method(String file, String name, long lines, boolean isTest) {

        @Override
        public String toString() {
            return "%s: %s, %d lines, %d characters".formatted(file, name, lines, name.length());
        }
    }

    private static List<Method> methods(Path folder) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            var sources = files.getJavaFileObjectsFromPaths(
                    Modules.files(folder, ".java").keySet());
            var task = (JavacTask) compiler.getTask(null, files, null, List.of(), null, sources);
            var positions = Trees.instance(task).getSourcePositions();
            List<Method> methods = new ArrayList<>();
            for (var unit : task.parse()) {
                unit.accept(new Methods(unit, positions, methods), null);
            }
            return methods;
        }
    }

    private static final class Methods extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<Method> methods;

        Methods(CompilationUnitTree unit, SourcePositions positions, List<Method> methods) {
            this.unit = unit;
            this.positions = positions;
            this.methods = methods;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var body = method.getBody();
            long first = body == null ? 0 : line(positions.getStartPosition(unit, body));
            long last = body == null ? 0 : line(positions.getEndPosition(unit, body));
            boolean isTest = method.getModifiers().getAnnotations().stream()
                    .anyMatch(annotation ->
                            annotation.getAnnotationType().toString().matches(".*Test"));
            methods.add(new Method(
                    unit.getSourceFile().getName(),
                    method.getName().toString(),
                    Math.max(0, last - first - 1),
                    isTest));
            return super.visitMethod(method, null);
        }

        private long line(long position) {
            return unit.getLineMap().getLineNumber(position);
        }
    }
}
