package org.jadhere.house;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The texts of the interface by key, from the message files of all wings. */
final class MessageFiles {

    static final Map<String, String> FRENCH = read(false);
    static final Map<String, String> ENGLISH = read(true);

    private MessageFiles() {}

    private static Map<String, String> read(boolean english) {
        var texts = new TreeMap<String, String>();
        Modules.files(Path.of("src/main/resources/messages"), ".properties").forEach((file, text) -> {
            if (file.toString().endsWith("_en.properties") == english) {
                properties(text).forEach((key, value) -> {
                    if (texts.put(key.toString(), value.toString()) != null) {
                        throw new IllegalStateException(key + " is in two files");
                    }
                });
            }
        });
        return texts;
    }

    private static Properties properties(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
