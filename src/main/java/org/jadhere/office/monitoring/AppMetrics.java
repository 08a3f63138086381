package org.jadhere.office.monitoring;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jadhere.office.backup.StoredBackups;
import org.jadhere.people.mail.MailQueue;
import org.jadhere.people.mail.Mails;
import org.jadhere.platform.jobs.JobRunner;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** The metrics of Jadhere itself: jobs, mails, error mails and backups. Unknown values are NaN. */
@Component
@Lazy
class AppMetrics {

    /** Several metrics of one scrape read the queue. */
    private static final Duration CACHE_TIME = Duration.ofSeconds(5);

    private final Clock clock;
    private final JobRunner jobs;
    private final Mails mails;
    private final ErrorMails errors;
    private final StoredBackups backups;
    private @Nullable MailQueue queue;
    private Instant queueReadAt = Instant.EPOCH;

    AppMetrics(Clock clock, JobRunner jobs, Mails mails, ErrorMails errors, StoredBackups backups) {
        this.clock = clock;
        this.jobs = jobs;
        this.mails = mails;
        this.errors = errors;
        this.backups = backups;
    }

    void bindTo(MeterRegistry registry) {
        jobs.names().forEach(name -> bindJob(registry, name));
        bindMails(registry);
        count(registry, "jadhere.error.mails.sent", "Error mails that the mail server accepted", ErrorMails::sent);
        count(
                registry,
                "jadhere.error.mails.suppressed",
                "Errors without an error mail of their own",
                ErrorMails::suppressed);
        Gauge.builder("jadhere.error.mails.unsent", errors, ErrorMails::unsent)
                .description("Error mails that the mail server does not accept")
                .register(registry);
        age(
                registry,
                "jadhere.backup.age",
                "Age of the newest backup",
                () -> backups.newest().map(StoredBackups.StoredBackup::takenAt).orElse(null));
    }

    private void count(MeterRegistry registry, String name, String description, ToDoubleFunction<ErrorMails> value) {
        FunctionCounter.builder(name, errors, value).description(description).register(registry);
    }

    private void bindJob(MeterRegistry registry, String name) {
        TimeGauge.builder("jadhere.job.last.success", () -> lastSuccess(name), TimeUnit.SECONDS)
                .description("Time of the last successful run of the job (Unix time)")
                .tag("job", name)
                .register(registry);
        FunctionCounter.builder("jadhere.job.failures", jobs, all -> failures(name))
                .description("Failed runs of the job since the start")
                .tag("job", name)
                .register(registry);
    }

    private double lastSuccess(String job) {
        var runs = jobs.runs().get(job);
        var last = runs == null ? null : runs.lastSuccess();
        return last == null ? Double.NaN : last.getEpochSecond();
    }

    private double failures(String job) {
        var runs = jobs.runs().get(job);
        return runs == null ? 0 : runs.failures();
    }

    private void bindMails(MeterRegistry registry) {
        Gauge.builder("jadhere.mails.waiting", this, all -> queueValue(MailQueue::waiting))
                .description("Mails that wait for the mail server")
                .register(registry);
        Gauge.builder("jadhere.mails.stuck", this, all -> queueValue(MailQueue::stuck))
                .description("Mails that cannot be delivered and need a decision")
                .register(registry);
        age(registry, "jadhere.mails.oldest.age", "Age of the oldest waiting mail", () -> {
            var now = queue();
            return now == null ? null : now.oldest();
        });
    }

    private void age(MeterRegistry registry, String name, String description, Supplier<@Nullable Instant> since) {
        TimeGauge.builder(name, () -> seconds(since.get()), TimeUnit.SECONDS)
                .description(description)
                .register(registry);
    }

    private double seconds(@Nullable Instant since) {
        return since == null
                ? Double.NaN
                : Duration.between(since, clock.instant()).toMillis() / 1000.0;
    }

    private double queueValue(ToDoubleFunction<MailQueue> number) {
        var now = queue();
        return now == null ? Double.NaN : number.applyAsDouble(now);
    }

    private synchronized @Nullable MailQueue queue() {
        if (Duration.between(queueReadAt, clock.instant()).compareTo(CACHE_TIME) >= 0) {
            try {
                queue = mails.queue();
            } catch (DataAccessException | org.jooq.exception.DataAccessException away) {
                queue = null;
            }
            queueReadAt = clock.instant();
        }
        return queue;
    }
}
