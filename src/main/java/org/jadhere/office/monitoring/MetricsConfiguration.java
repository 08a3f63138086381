package org.jadhere.office.monitoring;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.metrics.micrometer.MicrometerMetricsTrackerFactory;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Numbers to watch, where the settings say at which address: else none of it is even loaded. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty("jadhere.metrics.address")
class MetricsConfiguration {

    @Bean
    PrometheusMeterRegistry numbers(HikariDataSource connections, AppMetrics own) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        bindJava(registry);
        connections.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        own.bindTo(registry);
        return registry;
    }

    private static void bindJava(MeterRegistry registry) {
        new JvmMemoryMetrics().bindTo(registry);
        new JvmGcMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    @Bean
    RequestMeter requestMeter(PrometheusMeterRegistry numbers) {
        return new RequestMeter(numbers);
    }

    @Bean
    MetricsServer metricsServer(@Value("${jadhere.metrics.address}") String address, PrometheusMeterRegistry numbers)
            throws IOException {
        return MetricsServer.at(address, numbers);
    }
}
