package org.jadhere.platform.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of every command: the instance's folder and settings. */
public class InstanceOptions {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            description = "The instance's folder (default: ${env:JADHERE_HOME:-instance}).",
            defaultValue = "${env:JADHERE_HOME:-instance}")
    private Path home = Path.of("instance");

    @Option(
            names = "--set",
            paramLabel = "NAME=VALUE",
            description = "A setting; overrides the environment and DIR/jadhere.conf; see docs/settings.md.")
    private Map<String, String> settings = new LinkedHashMap<>();

    public Path home() {
        return home.toAbsolutePath().normalize();
    }

    /** The settings from the command line. */
    public Map<String, Object> settings() {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("jadhere.home", home().toString());
        all.put("spring.config.additional-location", "optional:file:" + home() + "/jadhere.conf[.properties]");
        return all;
    }

    /** The settings from the command line and one more, unless its value is null. */
    public Map<String, Object> settings(String name, @Nullable Object value) {
        Map<String, Object> all = settings();
        if (value != null) {
            all.put(name, value);
        }
        return all;
    }
}
