package org.jadhere.platform.server;

import org.apache.catalina.connector.Connector;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where the setting {@code jadhere.socket} names a Unix socket, it is listened on, and no TCP port. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

    /** The socket that the service manager keeps open, handed over as standard input. */
    private static final String HANDED_OVER = "-";

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unixSocket(@Value("${jadhere.socket:}") String socket) {
        return factory -> {
            if (!socket.isEmpty()) {
                factory.setProtocol(UnixSocketProtocol.class.getName());
                factory.addConnectorCustomizers(connector -> listen(connector, socket));
            }
        };
    }

    /** Tomcat asks for a path wherever the socket is not TCP, and opens none where one is handed over. */
    private static void listen(Connector connector, String socket) {
        connector.setProperty("unixDomainSocketPath", socket);
        connector.setProperty("unixDomainSocketPathPermissions", "rw-rw----");
        connector.setProperty("useInheritedChannel", String.valueOf(socket.equals(HANDED_OVER)));
    }
}
