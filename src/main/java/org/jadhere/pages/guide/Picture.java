package org.jadhere.pages.guide;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jadhere.platform.site.Assets;

/** A picture of a chapter, as large as the page that it shows. */
record Picture(String url, int width, int height) {

    private static final int WIDTH_IN_PNG =
            16; // after signature, length and type of the first chunk: PNG, 5.3 and 11.2.1

    static Picture of(String name) {
        var png = ByteBuffer.wrap(Assets.content(name));
        return new Picture(Assets.url(name), png.getInt(WIDTH_IN_PNG), png.getInt(WIDTH_IN_PNG + 4));
    }

    /** Its room is known before it has come, and it comes when it is scrolled to. */
    void describe(Map<String, String> attributes) {
        attributes.put("src", url);
        attributes.put("width", String.valueOf(width));
        attributes.put("height", String.valueOf(height));
        attributes.put("loading", "lazy");
        attributes.put("decoding", "async");
    }
}
