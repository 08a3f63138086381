import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.models.generator.ModelExtension;
import gg.jte.resolve.DirectoryCodeResolver;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Runs the demonstration from the sources, for bin/dev: compiles changed classes and restarts the application in the same
 * process with a new class loader. Libraries stay loaded, so a restart takes seconds.
 */
class Dev {

    private static final Path RESOURCES = Path.of("src/main/resources").toAbsolutePath();
    private static final Path CLASSES = Path.of("target/dev/classes").toAbsolutePath();
    private static final Path TEMPLATES = Path.of("target/dev/templates").toAbsolutePath();
    private static final Path COMPILED = Path.of("target/dev/compiled");
    private static final Pattern RESTARTS = Pattern.compile(".*(\\.java|\\.sql|application\\.properties)");
    private static final long PAUSE = 300;

    private static final String LIBRARIES = System.getProperty("java.class.path");
    private static final String CLASS_PATH = CLASSES + File.pathSeparator + LIBRARIES;

    private Dev() {}

    static void main(String[] args) throws Exception {
        System.setProperty("java.class.path", CLASS_PATH); // for the compiler of templates
        Map<String, String> seen = Map.of();
        AutoCloseable application = () -> {};
        while (true) {
            var now = sourcesAfter(seen);
            if (!now.equals(seen)) {
                seen = now;
                if (compile(now)) {
                    application.close();
                    application = start(args);
                }
            }
            Thread.sleep(PAUSE);
        }
    }

    /** The files that need a restart, with their modification times; the last ones while a folder is being replaced. */
    private static Map<String, String> sourcesAfter(Map<String, String> last) {
        try (var files = Files.walk(Path.of("src/main"))) {
            return files.filter(file -> RESTARTS.matcher(file.toString()).matches())
                    .collect(Collectors.toMap(Path::toString, Dev::modified, (one, other) -> one, TreeMap::new));
        } catch (IOException | UncheckedIOException e) {
            return last;
        }
    }

    private static String modified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toString();
        } catch (IOException e) {
            return "gone";
        }
    }

    /** Compiles without Error Prone, which bin/test runs. Returns false after an error, which javac has printed. */
    private static boolean compile(Map<String, String> now) throws IOException {
        var before = compiled();
        List<String> stale;
        if (before.keySet().equals(now.keySet())) {
            stale = withDependents(
                    now.keySet().stream()
                            .filter(file -> !now.get(file).equals(before.get(file)))
                            .toList(),
                    now.keySet());
        } else { // a source was added, moved or removed
            FileSystemUtils.deleteRecursively(CLASSES);
            Files.deleteIfExists(COMPILED);
            stale = java(now.keySet()).toList();
        }
        if (!stale.isEmpty()) {
            generateTemplates();
            var options = List.of("-g -parameters -nowarn -XDsuppressNotes -proc:none -encoding UTF-8 -d".split(" "));
            List<String> line = new ArrayList<>(options);
            line.addAll(List.of(CLASSES.toString(), "-cp", CLASS_PATH, "-sourcepath", TEMPLATES.toString()));
            line.addAll(stale);
            if (ToolProvider.getSystemJavaCompiler().run(null, System.err, System.err, line.toArray(String[]::new))
                    != 0) {
                return false;
            }
        }
        Files.write(COMPILED, now.entrySet().stream().map(Object::toString).toList());
        return true;
    }

    /** The methods that controllers call, see org.jadhere.jte.Pages. Pages are rendered from src/main/jte all the same. */
    private static void generateTemplates() {
        var templates = TemplateEngine.create(
                new DirectoryCodeResolver(Path.of("src/main/jte")),
                TEMPLATES,
                ContentType.Html,
                Dev.class.getClassLoader(),
                "org.jadhere.jte");
        templates.setExtensions(Map.of(
                ModelExtension.class.getName(), Map.of("excludePattern", ".*/_.*|layout/.*|ui/(?!suggestions).*")));
        templates.generateAll();
    }

    private static Map<String, String> compiled() throws IOException {
        return Files.exists(COMPILED)
                ? Files.readAllLines(COMPILED).stream()
                        .map(line -> line.split("="))
                        .collect(Collectors.toMap(line -> line[0], line -> line[1]))
                : Map.of();
    }

    /** The changed classes and all that mention them, so that a changed signature breaks the compilation, not the program. */
    private static List<String> withDependents(Collection<String> changed, Collection<String> all) throws IOException {
        String names = java(changed)
                .map(file -> Path.of(file).getFileName().toString().replace(".java", ""))
                .collect(Collectors.joining("|"));
        var mention = Pattern.compile("\\b(?:" + names + ")\\b");
        List<String> stale = new ArrayList<>(java(changed).toList());
        if (!stale.isEmpty()) {
            for (String file : java(all).toList()) {
                if (!stale.contains(file)
                        && mention.matcher(Files.readString(Path.of(file))).find()) {
                    stale.add(file);
                }
            }
        }
        return stale;
    }

    private static Stream<String> java(Collection<String> files) {
        return files.stream().filter(file -> file.endsWith(".java"));
    }

    private static AutoCloseable start(String[] args) throws Exception {
        URL[] urls = {RESOURCES.toUri().toURL(), CLASSES.toUri().toURL()};
        var loader = new URLClassLoader(urls, SpringApplication.class.getClassLoader());
        var context = new AtomicReference<ConfigurableApplicationContext>();
        Thread.currentThread().setContextClassLoader(loader);
        var run = loader.loadClass("org.jadhere.Jadhere").getMethod("run", String[].class);
        SpringApplication.withHook(
                application -> new SpringApplicationRunListener() {
                    @Override
                    public void contextPrepared(ConfigurableApplicationContext started) {
                        context.set(started);
                    }
                },
                () -> {
                    try {
                        run.invoke(null, (Object) args);
                    } catch (ReflectiveOperationException e) {
                        throw new IllegalStateException(e);
                    }
                });
        return () -> {
            if (context.get() != null) {
                context.get().close();
            }
            loader.close();
        };
    }
}
