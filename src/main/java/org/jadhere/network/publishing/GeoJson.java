package org.jadhere.network.publishing;

import java.util.Objects;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a Polygon or MultiPolygon (RFC 7946 sections 3.1.6 and 3.1.7), the only geometries of isp-format: closed rings
 * of at least four positions, longitude before latitude.
 */
final class GeoJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private GeoJson() {}

    /**
     * Returns the geometry as compact JSON, without other members.
     *
     * @throws IllegalArgumentException if the text is not a Polygon or MultiPolygon
     */
    static String parse(String typed) {
        JsonNode json = node(typed);
        JsonNode coordinates = json.path("coordinates");
        boolean isArea = switch (json.path("type").asString("")) {
            case "Polygon" -> isPolygon(coordinates);
            case "MultiPolygon" -> isArrayOf(coordinates, GeoJson::isPolygon, 1);
            default -> false;
        };
        if (!isArea) {
            throw new IllegalArgumentException("neither a Polygon nor a MultiPolygon");
        }
        var area = JSON.createObjectNode();
        area.set("type", json.get("type"));
        area.set("coordinates", coordinates);
        return JSON.writeValueAsString(area);
    }

    /** @throws IllegalArgumentException if the text is not JSON */
    static JsonNode node(String text) {
        try {
            return Objects.requireNonNull(JSON.readTree(text));
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("not JSON", notJson);
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

    private static boolean isWithin(JsonNode degrees, int max) {
        return Math.abs(degrees.asDouble()) <= max;
    }

    private static boolean isArrayOf(JsonNode array, Predicate<JsonNode> item, int min) {
        return array.isArray() && array.size() >= min && array.valueStream().allMatch(item);
    }
}
