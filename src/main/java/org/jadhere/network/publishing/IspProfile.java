package org.jadhere.network.publishing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fields of isp.json that are neither counted nor part of the {@link org.jadhere.people.association.Association}.
 * Unknown texts are empty.
 *
 * @param otherWebsites each is a name, a space and the URL
 * @param progress from 1 (considered) to 7 (fully working)
 */
record IspProfile(
        String shortname,
        String description,
        String logoUrl,
        List<String> otherWebsites,
        String mailingList,
        @Nullable LocalDate createdOn,
        @Nullable LocalDate federatedOn,
        @Nullable Short progress,
        List<String> chatrooms,
        Office office,
        @Nullable Point point) {

    IspProfile {
        otherWebsites = List.copyOf(otherWebsites);
        chatrooms = List.copyOf(chatrooms);
    }

    /** The fields of the registered office that an address in lines does not contain. */
    record Office(String box, String extended, String region, String country) {

        boolean isKnown() {
            return !region.isEmpty();
        }
    }

    /** The position of the registered office in degrees (WGS 84). */
    record Point(BigDecimal latitude, BigDecimal longitude) {}
}
