package org.jadhere.office.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jadhere.platform.cli.CheckFinding;
import org.jadhere.platform.cli.DeployCheck;
import org.jadhere.platform.web.FormFields;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Checks that errors are reported to an administrator, and that metrics cannot be read from outside. */
@Component
class MonitoringCheck implements DeployCheck {

    private static final Pattern LOOPBACK = Pattern.compile("(127\\.\\d+\\.\\d+\\.\\d+|localhost|\\[?::1]?):\\d+");

    private final String admins;
    private final String metrics;

    MonitoringCheck(@Value("${jadhere.admins:}") String admins, @Value("${jadhere.metrics.address:}") String metrics) {
        this.admins = admins;
        this.metrics = metrics;
    }

    @Override
    public String subject() {
        return "errors";
    }

    @Override
    public List<CheckFinding> findings() {
        return findings(admins, metrics);
    }

    static List<CheckFinding> findings(String admins, String metrics) {
        List<CheckFinding> findings = new ArrayList<>();
        List<String> addresses = ErrorMails.addresses(admins);
        if (addresses.isEmpty()) {
            findings.add(CheckFinding.unsafe(
                    "errors are not reported: set jadhere.admins to the administrators' addresses"));
        }
        addresses.stream()
                .filter(address -> !FormFields.isEmail(address))
                .map(address -> CheckFinding.unsafe(
                        "jadhere.admins contains %s, which is no e-mail address: correct it".formatted(address)))
                .forEach(findings::add);
        if (!metrics.isBlank() && !LOOPBACK.matcher(metrics.strip()).matches()) {
            findings.add(
                    CheckFinding.advice(
                            "jadhere.metrics.address can be reached from outside: listen on 127.0.0.1, or let a firewall keep others out"));
        }
        return findings;
    }
}
