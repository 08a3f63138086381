package org.jadhere.platform.server;

import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes Tomcat listen on a Unix socket instead of a TCP port, if the setting {@code jadhere.socket} names one. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** Stands for the socket that systemd passes as standard input. */
    private static final String STANDARD_INPUT = "-";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unixSocket(@Value("${jadhere.socket:}") String socket) {
        return factory -> {
            if (!socket.isEmpty()) {
                factory.setProtocol(UnixSocketProtocol.class.getName());
                factory.addConnectorCustomizers(connector -> listen(connector, socket));
            }
        };
    }

    /** Tomcat needs a path for any Unix socket, but does not open it if it inherits one. */
    private static void listen(Connector connector, String socket) {
        connector.setProperty("unixDomainSocketPath", socket);
        connector.setProperty("unixDomainSocketPathPermissions", "rw-rw----");
        connector.setProperty("useInheritedChannel", String.valueOf(socket.equals(STANDARD_INPUT)));
    }
}
