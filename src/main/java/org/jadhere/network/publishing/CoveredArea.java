package org.jadhere.network.publishing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the association offers what.
 *
 * @param technologies some of {@link #TECHNOLOGIES}, in that order
 * @param geoJson a Polygon or MultiPolygon (RFC 7946); none where nobody drew it
 */
public record CoveredArea(
        long id,
        String name,
        List<String> technologies,
        @Nullable String geoJson) {

    /** As the federation's format 0.1 spells them. */
    public static final List<String> TECHNOLOGIES = List.of("ftth", "fttb", "dsl", "wifi", "vpn", "cube");

    public CoveredArea {
        technologies = TECHNOLOGIES.stream().filter(technologies::contains).toList();
    }
}
