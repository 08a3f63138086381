package org.jadhere;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The Spring Boot application, which scans all packages below this one. */
@SpringBootApplication
public class Application {

    /** Its zone defines the current date: Paris. Instants are stored in UTC. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Paris"));
    }

    /** For Spring's ahead-of-time processing in the build; the program's entry point is {@link Jadhere}. */
    static void main(String[] arguments) {
        Jadhere.application(WebApplicationType.SERVLET).run(arguments);
    }
}
