package org.jadhere.people.mail;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * A mail server on this very machine. It need not prove who it is: its certificate is seldom from an authority (Debian's
 * postfix makes its own), and what is said to it crosses no cable.
 */
final class LocalMailServer {

    private static final Pattern HERE = Pattern.compile("localhost|127\\..*|::1|\\[::1]");

    private LocalMailServer() {}

    static boolean is(@Nullable String host) {
        return host != null && HERE.matcher(host).matches();
    }

    /** The same server, believed where it is a neighbour and the settings say nothing else. */
    static @Nullable JavaMailSender believed(@Nullable JavaMailSender server) {
        if (server instanceof JavaMailSenderImpl smtp && is(smtp.getHost())) {
            String protocol = "mail." + (smtp.getProtocol() == null ? "smtp" : smtp.getProtocol());
            smtp.getJavaMailProperties().putIfAbsent(protocol + ".ssl.checkserveridentity", "false");
            smtp.getJavaMailProperties().putIfAbsent(protocol + ".ssl.trust", "*");
        }
        return server;
    }
}
