package org.jadhere.platform.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The files that pages need: styles, scripts, the icon. Each has an address that holds a fingerprint of its content, so
 * that browsers may keep it forever, and a new version is a new address. Read once; see docs/decisions/0021.
 */
public final class Assets {

    /** Where they are, for this program and for a web server before it. */
    static final String FOLDER = "/static/";

    private static final String OURS = "classpath:/static/";
    private static final String HTMX = "classpath*:/META-INF/resources/webjars/htmx.org/*/dist/htmx.min.js";

    private static final Supplier<Map<String, Asset>> BY_NAME = Development.read(Assets::read);
    private static final Supplier<Map<String, Asset>> BY_PATH = Development.read(Assets::byPath);

    private Assets() {}

    /** The address of a file by its name in {@code src/main/resources/static}: {@code url("css/base.css")}. */
    public static String url(String name) {
        return FOLDER + known(name).fingerprinted();
    }

    public static boolean has(String name) {
        return BY_NAME.get().containsKey(name);
    }

    /** What is in a file. */
    public static byte[] content(String name) {
        return known(name).content().clone();
    }

    private static Asset known(String name) {
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

    /** By a whole path with the right fingerprint; none for any other. */
    static @Nullable Asset at(String path) {
        return BY_PATH.get().get(path);
    }

    public static @Nullable Asset named(String name) {
        return BY_NAME.get().get(name);
    }

    private static Map<String, Asset> byPath() {
        Map<String, Asset> assets = new TreeMap<>();
        BY_NAME.get().values().forEach(asset -> assets.put(FOLDER + asset.fingerprinted(), asset));
        return assets;
    }

    private static Map<String, Asset> read() {
        var files = new PathMatchingResourcePatternResolver(Assets.class.getClassLoader());
        Map<String, Asset> assets = new TreeMap<>(Comparator.naturalOrder());
        try {
            String root = files.getResource(OURS).getURL().toString();
            for (Resource file : files.getResources(OURS + "**/*.*")) {
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
        asset.type();
        assets.put(name, asset);
    }
}
