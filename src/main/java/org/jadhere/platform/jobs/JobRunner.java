package org.jadhere.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jadhere.platform.audit.Author;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ClassUtils;

/** Runs the jobs in a process with a web server; commands run none. */
@Component
public class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int THREADS = 2;
    private static final Duration FIRST_RUN = Duration.ofSeconds(1);
    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(20);

    private final ObjectProvider<Job> jobs;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    private final boolean enabled;
    private final Map<String, JobRuns> runs = new ConcurrentHashMap<>();
    private volatile boolean started;

    /** @param enabled false for a trial of a new version, which must not send mails to members */
    JobRunner(ObjectProvider<Job> jobs, @Value("${jadhere.jobs:true}") boolean enabled) {
        this.jobs = jobs;
        this.enabled = enabled;
    }

    @EventListener(WebServerInitializedEvent.class)
    void start() {
        if (!enabled) {
            return;
        }
        started = true;
        jobs.forEach(job -> threads.scheduleWithFixedDelay(
                () -> run(job), FIRST_RUN.toMillis(), job.interval().toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Runs the job after the current transaction commits; immediately if there is no transaction. */
    public void runSoon(Job job) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            submit(job);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                submit(job);
            }
        });
    }

    private void submit(Job job) {
        if (!started) {
            return;
        }
        try {
            threads.execute(() -> run(job));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("shutting down: {} runs after the next start", name(job));
        }
    }

    /** Runs of the same job are serialized. */
    private void run(Job job) {
        synchronized (job) {
            try {
                Author.program().act(() -> {
                    job.run();
                    return true;
                });
                recordRun(job, runs -> runs.success(Instant.now()));
            } catch (Exception e) {
                recordRun(job, JobRuns::failure);
                LOG.error("{} failed; the next run tries again", name(job), e);
            }
        }
    }

    private void recordRun(Job job, UnaryOperator<JobRuns> run) {
        runs.compute(name(job), (name, before) -> run.apply(Objects.requireNonNullElse(before, JobRuns.NONE)));
    }

    /** The runs since the server was started, by name of the job. */
    public Map<String, JobRuns> runs() {
        return Map.copyOf(runs);
    }

    /** The names of all jobs. */
    public List<String> names() {
        return jobs.stream().map(JobRunner::name).toList();
    }

    /** The simple name of the job's class, without Spring's proxy. */
    private static String name(Job job) {
        return ClassUtils.getUserClass(job).getSimpleName();
    }

    /** Waits for running jobs before the data source is closed. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(SHUTDOWN_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
