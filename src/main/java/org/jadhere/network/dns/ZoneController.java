package org.jadhere.network.dns;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.jadhere.jte.Pages.pages;

import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.NotFoundException;
import org.jadhere.platform.web.PageView;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** Lists the zones; shows and downloads each zone file. */
@Controller
@AllowedTo(Audience.ADMINISTRATORS)
class ZoneController {

    private static final MediaType TEXT = new MediaType("text", "plain", UTF_8);

    private final Zones zones;

    ZoneController(Zones zones) {
        this.zones = zones;
    }

    @GetMapping("/admin/zones")
    ModelAndView list() {
        return PageView.of(pages().networkDnsZones(zones.all(), zones.areEnabled()));
    }

    @GetMapping("/admin/zones/{origin}")
    ModelAndView show(@PathVariable String origin) {
        return PageView.of(pages().networkDnsZone(
                        origin,
                        zones.file(origin).orElseThrow(NotFoundException::new).text()));
    }

    @GetMapping("/admin/zones/{origin}/file")
    ResponseEntity<String> download(@PathVariable String origin) {
        var file = zones.file(origin).orElseThrow(NotFoundException::new);
        return ResponseEntity.ok()
                .contentType(TEXT)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.zone().fileName())
                                .build()
                                .toString())
                .body(file.text());
    }
}
