package org.jadhere.platform.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The static files of the pages: styles, scripts, icons. The address of each has a fingerprint of its content, so that
 * browsers cache it forever and a new version has a new address. Loaded once; see docs/decisions/0021.
 */
public final class Assets {

    /** The path of all files, also behind a web server that serves them instead of the program. */
    static final String FOLDER = "/static/";

    private static final String RESOURCES = "classpath:/static/";
    private static final String HTMX = "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

    private static final Supplier<Map<String, Asset>> BY_NAME = Development.read(Assets::load);
    private static final Supplier<Map<String, Asset>> BY_PATH = Development.read(Assets::paths);

    private Assets() {}

    /** The address of a file by its name in {@code src/main/resources/static}: {@code url("css/base.css")}. */
    public static String url(String name) {
        return FOLDER + required(name).fingerprinted();
    }

    public static boolean has(String name) {
        return BY_NAME.get().containsKey(name);
    }

    public static byte[] content(String name) {
        return required(name).content().clone();
    }

    private static Asset required(String name) {
        Asset asset = BY_NAME.get().get(name);
        if (asset == null) {
            throw new IllegalArgumentException(
                    "no such file: " + name + "; there are " + BY_NAME.get().keySet());
        }
        return asset;
    }

    static Collection<Asset> all() {
        return BY_NAME.get().values();
    }

    /** The file with a full path, including the current fingerprint; null for any other path. */
    static @Nullable Asset byPath(String path) {
        return BY_PATH.get().get(path);
    }

    static @Nullable Asset byName(String name) {
        return BY_NAME.get().get(name);
    }

    private static Map<String, Asset> paths() {
        Map<String, Asset> assets = new TreeMap<>();
        BY_NAME.get().values().forEach(asset -> assets.put(FOLDER + asset.fingerprinted(), asset));
        return assets;
    }

    private static Map<String, Asset> load() {
        var files = new PathMatchingResourcePatternResolver(Assets.class.getClassLoader());
        Map<String, Asset> assets = new TreeMap<>();
        try {
            String root = files.getResource(RESOURCES).getURL().toString();
            for (Resource file : files.getResources(RESOURCES + "**/*.*")) {
                put(assets, file.getURL().toString().substring(root.length()), file);
            }
            for (Resource file : files.getResources(HTMX)) {
                put(assets, "js/htmx.js", file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return assets;
    }

    private static void put(Map<String, Asset> assets, String name, Resource file) throws IOException {
        var asset = Asset.of(name, file.getContentAsByteArray());
        asset.type(); // an unknown media type fails here, when the program starts
        assets.put(name, asset);
    }
}
