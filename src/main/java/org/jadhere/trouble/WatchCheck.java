package org.jadhere.trouble;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jadhere.cli.DeployCheck;
import org.jadhere.cli.Finding;
import org.jadhere.web.Fields;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Whether somebody hears of it when something goes wrong, and nobody else. */
@Component
class WatchCheck implements DeployCheck {

    private static final Pattern OWN_MACHINE = Pattern.compile("(127\\.\\d+\\.\\d+\\.\\d+|localhost|\\[?::1]?):\\d+");

    private final String admins;
    private final String metrics;

    WatchCheck(@Value("${jadhere.admins:}") String admins, @Value("${jadhere.metrics.address:}") String metrics) {
        this.admins = admins;
        this.metrics = metrics;
    }

    @Override
    public String subject() {
        return "errors";
    }

    @Override
    public List<Finding> findings() {
        return findings(admins, metrics);
    }

    static List<Finding> findings(String admins, String metrics) {
        List<Finding> findings = new ArrayList<>();
        List<String> addresses = ErrorMails.addresses(admins);
        if (addresses.isEmpty()) {
            findings.add(
                    Finding.unsafe("nobody is told of errors: set jadhere.admins to the administrators' addresses"));
        }
        addresses.stream()
                .filter(address -> !Fields.isEmail(address))
                .map(address -> Finding.unsafe(
                        "jadhere.admins has %s, which is no e-mail address: correct it".formatted(address)))
                .forEach(findings::add);
        if (!metrics.isBlank() && !OWN_MACHINE.matcher(metrics.strip()).matches()) {
            findings.add(
                    Finding.advice(
                            "jadhere.metrics.address can be reached from outside: listen on 127.0.0.1, or let a firewall keep others out"));
        }
        return findings;
    }
}
