package org.jadhere.network.publishing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What isp.json says that is neither counted nor known of the {@link org.jadhere.people.association.Association} already.
 * Texts are empty where nothing was said.
 *
 * @param otherWebsites each a name, a space and the URL
 * @param progress from 1, considered, to 7, fully working
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

    /** What the format wants of the registered office and an address in lines does not tell. */
    record Office(String box, String extended, String region, String country) {

        boolean isKnown() {
            return !region.isEmpty();
        }
    }

    /** Where the registered office is, in degrees (WGS 84). */
    record Point(BigDecimal latitude, BigDecimal longitude) {}
}
