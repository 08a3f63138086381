package org.jadhere.platform.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import java.util.Optional;
import java.util.stream.Stream;
import org.jadhere.house.HouseRulesTests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mock.env.MockEnvironment;

/** The AOT configuration of the build is used unless a setting changes which beans there are. */
class PreparedStartTests {

    @Test
    void aUsualConfigurationAllowsIt() {
        assertThat(PreparedStart.isPossible(new MockEnvironment()
                        .withProperty("jadhere.proxy", "true")
                        .withProperty("spring.mail.host", "localhost")))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"jadhere.database.standby", "jadhere.metrics.address"})
    void aStandbyAndMetricsPreventIt(String setting) {
        assertThat(PreparedStart.isPossible(new MockEnvironment().withProperty(setting, "x")))
                .isFalse();
    }

    @Test
    void allConditionalPropertiesAreListed() {
        var conditions = HouseRulesTests.OURS.stream()
                .flatMap(type -> Stream.concat(
                        type.getAnnotations().stream(),
                        type.getMethods().stream().flatMap(method -> method.getAnnotations().stream())))
                .filter(annotation -> annotation.getRawType().isEquivalentTo(ConditionalOnProperty.class)
                        || annotation.getRawType().isEquivalentTo(ConditionalOnBooleanProperty.class))
                .map(PreparedStartTests::setting);

        assertThat(conditions.distinct()).containsExactlyInAnyOrderElementsOf(PreparedStart.EXCLUDING);
    }

    private static String setting(JavaAnnotation<?> condition) {
        Optional<Object> names = condition.get("value");
        return String.join(" ", (String[]) names.orElseThrow());
    }
}
