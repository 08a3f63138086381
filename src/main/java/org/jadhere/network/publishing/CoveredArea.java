package org.jadhere.network.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An area that the association covers, as isp.json publishes it.
 *
 * @param technologies some of {@link #TECHNOLOGIES}, in that order
 * @param geoJson a Polygon or MultiPolygon (RFC 7946); null if no area was entered
 */
public record CoveredArea(
        long id,
        String name,
        List<String> technologies,
        @Nullable String geoJson) {

    /** The spelling of isp-format 0.1. */
    public static final List<String> TECHNOLOGIES = List.of("ftth", "fttb", "dsl", "wifi", "vpn", "cube");

    public CoveredArea {
        technologies = TECHNOLOGIES.stream().filter(technologies::contains).toList();
    }
}
