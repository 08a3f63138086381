package org.jadhere.platform.site;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jadhere.platform.cli.CheckFinding;
import org.jadhere.platform.cli.DeployCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Checks the public address of the instance, its host names and its environment. */
@Component
class SiteCheck implements DeployCheck {

    private static final Pattern NOT_PUBLIC = Pattern.compile("localhost|.*\\.localhost|[0-9.]+|\\[.*]");

    private final Site site;
    private final Deployment deployment;
    private final String hosts;

    SiteCheck(Site site, Deployment deployment, @Value("${jadhere.hosts:}") String hosts) {
        this.site = site;
        this.deployment = deployment;
        this.hosts = hosts;
    }

    @Override
    public String subject() {
        return "site";
    }

    @Override
    public List<CheckFinding> findings() {
        return findings(site.url(), hosts, deployment.isProduction());
    }

    static List<CheckFinding> findings(String url, String hosts, boolean production) {
        List<CheckFinding> findings = new ArrayList<>();
        var address = URI.create(url);
        findAddress(address, findings);
        findHosts(address.getHost(), hosts, findings);
        if (!production) {
            findings.add(
                    CheckFinding.advice(
                            "pages and mails say that this is not the real instance: set jadhere.environment to prod if it is"));
        }
        return findings;
    }

    private static void findAddress(URI address, List<CheckFinding> findings) {
        if (!address.getScheme().equals("https")) {
            findings.add(
                    CheckFinding.unsafe(
                            "jadhere.url is not https, so passwords are sent unencrypted: set it to https://…, behind a web server with TLS"));
        }
        if (NOT_PUBLIC.matcher(address.getHost()).matches()) {
            findings.add(
                    CheckFinding.unsafe(
                            "jadhere.url is not a name that users can open: set it to the site's, such as https://adhesions.example.org"));
        }
    }

    private static void findHosts(String host, String setting, List<CheckFinding> findings) {
        List<String> names = Stream.of(setting.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.contains("*")) {
            findings.add(CheckFinding.unsafe("jadhere.hosts allows every name: list the names of the site"));
        } else if (!names.isEmpty() && !names.contains(host)) {
            findings.add(
                    CheckFinding.unsafe("jadhere.hosts does not have the host of jadhere.url: add %s".formatted(host)));
        }
    }
}
