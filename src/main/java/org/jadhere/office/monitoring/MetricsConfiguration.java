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
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Metrics for Prometheus. Without the setting {@code jadhere.metrics.address} none of these classes is loaded. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@ConditionalOnProperty("jadhere.metrics.address")
class MetricsConfiguration {

    @Bean
    PrometheusMeterRegistry meterRegistry(HikariDataSource connections, AppMetrics appMetrics) {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        bindJava(registry);
        connections.setMetricsTrackerFactory(new MicrometerMetricsTrackerFactory(registry));
        appMetrics.bindTo(registry);
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
    RequestMeter requestMeter(PrometheusMeterRegistry meterRegistry) {
        return new RequestMeter(meterRegistry);
    }

    @Bean
    HTTPServer metricsServer(
            @Value("${jadhere.metrics.address}") String address, PrometheusMeterRegistry meterRegistry) {
        return MetricsServer.start(address, meterRegistry.getPrometheusRegistry());
    }
}
