package empty;

import java.io.File;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * An empty application with the same libraries: only what Spring Boot configures by itself (web server, security, sessions
 * in the database, connection pool, mail) and its default login page. Its memory is the lower bound of Jadhere's. Started
 * like the program: {@code serve --socket FILE}.
 */
@SpringBootApplication(proxyBeanMethods = false)
public class Empty {

    private static String socket = "";

    public static void main(String[] arguments) {
        socket = arguments[2];
        new File(socket).delete();
        var application = new SpringApplication(Empty.class);
        application.setLogStartupInfo(false);
        application.run();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> listening() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setProperty("unixDomainSocketPath", socket));
    }
}
