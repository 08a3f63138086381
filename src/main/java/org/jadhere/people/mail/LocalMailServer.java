package org.jadhere.people.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server on this machine. Its certificate is not checked: it is seldom signed by an authority (Debian's postfix
 * creates its own), and the connection does not leave the machine.
 */
final class LocalMailServer {

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127\\..*|::1|\\[::1]");

    private LocalMailServer() {}

    static boolean isLocal(@Nullable String host) {
        return host != null && LOOPBACK.matcher(host).matches();
    }

    /** Returns the same server; if it is local, its certificate is not checked unless the settings require it. */
    static @Nullable JavaMailSender withoutCertificateCheck(@Nullable JavaMailSender server) {
        if (server instanceof JavaMailSenderImpl smtp && isLocal(smtp.getHost())) {
            String protocol = "mail." + (smtp.getProtocol() == null ? "smtp" : smtp.getProtocol());
            smtp.getJavaMailProperties().putIfAbsent(protocol + ".ssl.checkserveridentity", "false");
            smtp.getJavaMailProperties().putIfAbsent(protocol + ".ssl.trust", "*");
        }
        return server;
    }
}
