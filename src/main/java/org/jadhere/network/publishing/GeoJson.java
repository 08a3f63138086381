package org.jadhere.network.publishing;

import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Polygon or MultiPolygon as RFC 7946 sections 3.1.6 and 3.1.7 have it, and nothing else, since the federation's format
 * takes no other: rings of four positions or more which end where they begin, longitude before latitude.
 */
final class GeoJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private GeoJson() {}

    /**
     * Reads what was typed, and leaves out what is not geometry.
     *
     * @throws IllegalArgumentException where it is something else
     */
    static String parse(String typed) {
        JsonNode read = read(typed);
        JsonNode coordinates = read.path("coordinates");
        boolean isArea = switch (read.path("type").asString("")) {
            case "Polygon" -> isPolygon(coordinates);
            case "MultiPolygon" -> isArrayOf(coordinates, GeoJson::isPolygon, 1);
            default -> false;
        };
        if (!isArea) {
            throw new IllegalArgumentException("neither a Polygon nor a MultiPolygon");
        }
        var area = JSON.createObjectNode();
        area.set("type", read.get("type"));
        area.set("coordinates", coordinates);
        return JSON.writeValueAsString(area);
    }

    /** What was kept, to be put into a larger document. */
    static JsonNode node(String kept) {
        return read(kept);
    }

    private static JsonNode read(String text) {
        try {
            return Objects.requireNonNull(JSON.readTree(text));
        } catch (JacksonException noJson) {
            throw new IllegalArgumentException("no JSON", noJson);
        }
    }

    private static boolean isPolygon(JsonNode rings) {
        return isArrayOf(rings, GeoJson::isRing, 1);
    }

    private static boolean isRing(JsonNode positions) {
        return isArrayOf(positions, GeoJson::isPosition, 4)
                && positions.get(0).equals(positions.get(positions.size() - 1));
    }

    private static boolean isPosition(JsonNode position) {
        return position.isArray()
                && (position.size() == 2 || position.size() == 3)
                && isArrayOf(position, JsonNode::isNumber, 2)
                && isWithin(position.get(0), 180)
                && isWithin(position.get(1), 90);
    }

    private static boolean isWithin(JsonNode degrees, int most) {
        return Math.abs(degrees.asDouble()) <= most;
    }

    private static boolean isArrayOf(JsonNode array, java.util.function.Predicate<JsonNode> item, int least) {
        return array.isArray() && array.size() >= least && array.valueStream().allMatch(item);
    }
}
