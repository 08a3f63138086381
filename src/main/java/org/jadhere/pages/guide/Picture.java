package org.jadhere.pages.guide;

import java.nio.ByteBuffer;
import java.util.Map;
import org.jadhere.platform.site.Assets;

/** A picture of a chapter, with its size in pixels. */
record Picture(String url, int width, int height) {

    /** The offset of the width: after signature, length and type of the first chunk (PNG, 5.3 and 11.2.1). */
    private static final int WIDTH_OFFSET = 16;

    static Picture of(String name) {
        var png = ByteBuffer.wrap(Assets.content(name));
        return new Picture(Assets.url(name), png.getInt(WIDTH_OFFSET), png.getInt(WIDTH_OFFSET + 4));
    }

    /** The browser reserves the space of the picture, and loads it when the user scrolls to it. */
    void setAttributes(Map<String, String> attributes) {
        attributes.put("src", url);
        attributes.put("width", String.valueOf(width));
        attributes.put("height", String.valueOf(height));
        attributes.put("loading", "lazy");
        attributes.put("decoding", "async");
    }
}
