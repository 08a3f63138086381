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
import org.jadhere.people.mail.MailQueue;
import org.jadhere.people.mail.Mails;
import org.jadhere.platform.jobs.JobRunner;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What Jadhere itself counts: jobs, letters, mails about errors, backups. What is not known is no number (NaN). */
@Component
@Lazy
class AppMetrics {

    /** The queue is asked for by several numbers of one reading. */
    private static final Duration FRESH = Duration.ofSeconds(5);

    private final Clock clock;
    private final JobRunner jobs;
    private final Mails mails;
    private final ErrorMails errors;
    private final BackupStatus backups;
    private @Nullable MailQueue queue;
    private Instant askedAt = Instant.EPOCH;

    AppMetrics(Clock clock, JobRunner jobs, Mails mails, ErrorMails errors, BackupStatus backups) {
        this.clock = clock;
        this.jobs = jobs;
        this.mails = mails;
        this.errors = errors;
        this.backups = backups;
    }

    void bindTo(MeterRegistry registry) {
        jobs.names().forEach(name -> bindJob(registry, name));
        bindMails(registry);
        count(
                registry,
                "jadhere.error.mails.sent",
                "Mails about errors that were taken by the mail server",
                ErrorMails::sent);
        count(registry, "jadhere.error.mails.suppressed", "Errors without a mail of their own", ErrorMails::suppressed);
        Gauge.builder("jadhere.error.mails.unsent", errors, ErrorMails::unsent)
                .description("Mails about errors that the mail server does not take")
                .register(registry);
        age(
                registry,
                "jadhere.backup.age",
                "Since the newest backup was written",
                () -> backups.newest().map(BackupStatus.Backup::at).orElse(null));
    }

    private void count(MeterRegistry registry, String name, String description, ToDoubleFunction<ErrorMails> value) {
        FunctionCounter.builder(name, errors, value).description(description).register(registry);
    }

    private void bindJob(MeterRegistry registry, String name) {
        TimeGauge.builder("jadhere.job.last.success", () -> lastSuccess(name), TimeUnit.SECONDS)
                .description("When the job last came to its end (Unix time)")
                .tag("job", name)
                .register(registry);
        FunctionCounter.builder("jadhere.job.failures", jobs, all -> failures(name))
                .description("How often it failed since the start")
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
        Gauge.builder("jadhere.mails.waiting", this, all -> ofQueue(MailQueue::waiting))
                .description("Letters that wait for the mail server")
                .register(registry);
        Gauge.builder("jadhere.mails.stuck", this, all -> ofQueue(MailQueue::stuck))
                .description("Letters that somebody has to decide about")
                .register(registry);
        age(registry, "jadhere.mails.oldest.age", "Since the longest waiting letter was written", () -> {
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

    private double ofQueue(ToDoubleFunction<MailQueue> number) {
        var now = queue();
        return now == null ? Double.NaN : number.applyAsDouble(now);
    }

    private synchronized @Nullable MailQueue queue() {
        if (Duration.between(askedAt, clock.instant()).compareTo(FRESH) >= 0) {
            try {
                queue = mails.queue();
            } catch (DataAccessException | org.jooq.exception.DataAccessException away) {
                queue = null;
            }
            askedAt = clock.instant();
        }
        return queue;
    }
}
