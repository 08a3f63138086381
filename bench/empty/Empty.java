package empty;

import java.io.File;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * The libraries with nothing in them: what the framework sets up by itself where it finds them (web server, security,
 * sessions in the database, pool, mail), and its own login page. Its memory is the floor of ours. Called as the program
 * is: {@code serve --socket FILE}.
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
