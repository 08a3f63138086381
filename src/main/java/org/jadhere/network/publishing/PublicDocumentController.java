package org.jadhere.network.publishing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.NotFoundException;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Serves isp.json and the geofeed to the public, with a strong ETag (304 if unchanged) and one hour in shared caches.
 */
@Controller
@AllowedTo(Audience.ANYONE)
class PublicDocumentController {

    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);

    private final IspDocuments documents;
    private final Publications publications;
    private final Locations locations;

    PublicDocumentController(IspDocuments documents, Publications publications, Locations locations) {
        this.documents = documents;
        this.publications = publications;
        this.locations = locations;
    }

    @GetMapping("/isp.json")
    ResponseEntity<byte[]> ispJson() {
        return published(documents.current().orElseThrow(NotFoundException::new), MediaType.APPLICATION_JSON);
    }

    @GetMapping("/geofeed.csv")
    ResponseEntity<byte[]> geofeed() {
        if (!publications.current().geofeed()) {
            throw new NotFoundException();
        }
        return published(Location.feed(locations.published()).getBytes(UTF_8), CSV);
    }

    /** CORS is open, for the map of the federation: the document is public and does not depend on a login. */
    private static ResponseEntity<byte[]> published(byte[] body, MediaType type) {
        return ResponseEntity.ok()
                .contentType(type)
                .eTag('"' + digest(body) + '"')
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .header("Access-Control-Allow-Origin", "*")
                .body(body);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every JDK has SHA-256
        }
    }
}
