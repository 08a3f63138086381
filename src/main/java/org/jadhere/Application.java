package org.jadhere;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** The application: its features, found by package. */
@SpringBootApplication
public class Application {

    /** What day it is, is asked in Paris; instants are kept in UTC. */
    @Bean
    Clock clock() {
        return Clock.system(ZoneId.of("Europe/Paris"));
    }

    /** For the build, which asks which beans there are and starts none; people call {@link Jadhere}. */
    static void main(String[] arguments) {
        Jadhere.application(WebApplicationType.SERVLET).run(arguments);
    }
}
