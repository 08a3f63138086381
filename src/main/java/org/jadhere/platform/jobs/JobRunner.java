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

/** Runs the jobs, as long as there is a web server: a command at the keyboard leaves them to it. */
@Component
public class JobRunner {

    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int THREADS = 2;
    private static final Duration FIRST_RUN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ObjectProvider<Job> jobs;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(THREADS);
    private final boolean allowed;
    private final Map<String, JobRuns> runs = new ConcurrentHashMap<>();
    private volatile boolean started;

    /** @param allowed not where a version is only tried: nobody should get its letters */
    JobRunner(ObjectProvider<Job> jobs, @Value("${jadhere.jobs:true}") boolean allowed) {
        this.jobs = jobs;
        this.allowed = allowed;
    }

    @EventListener(WebServerInitializedEvent.class)
    void start() {
        if (!allowed) {
            return;
        }
        started = true;
        jobs.forEach(job -> threads.scheduleWithFixedDelay(
                () -> run(job), FIRST_RUN.toMillis(), job.every().toMillis(), TimeUnit.MILLISECONDS));
    }

    /** Has the job run as soon as the transaction that is open now has been committed; at once where there is none. */
    public void runSoon(Job job) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            call(job);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                call(job);
            }
        });
    }

    private void call(Job job) {
        if (!started) {
            return;
        }
        try {
            threads.execute(() -> run(job));
        } catch (RejectedExecutionException stopping) {
            LOG.debug("{} is left to the next start", name(job));
        }
    }

    /** One run of a job at a time: the second finds what the first left. */
    private void run(Job job) {
        synchronized (job) {
            try {
                Author.program().act(() -> {
                    job.run();
                    return true;
                });
                note(job, before -> before.success(Instant.now()));
            } catch (Exception e) {
                note(job, JobRuns::failure);
                LOG.error("{} failed, and will be tried again", name(job), e);
            }
        }
    }

    private void note(Job job, UnaryOperator<JobRuns> run) {
        runs.compute(name(job), (name, before) -> run.apply(Objects.requireNonNullElse(before, JobRuns.NONE)));
    }

    /** How it went since the server was started, by name of the job. */
    public Map<String, JobRuns> runs() {
        return Map.copyOf(runs);
    }

    /** The names of the jobs that there are. */
    public List<String> names() {
        return jobs.stream().map(JobRunner::name).toList();
    }

    /** Of its own class, whatever Spring has wrapped around it. */
    private static String name(Job job) {
        return ClassUtils.getUserClass(job).getSimpleName();
    }

    /** What runs is given time to end, while there is still a database to end in. */
    @EventListener(ContextClosedEvent.class)
    void stop() throws InterruptedException {
        threads.shutdown();
        if (!threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            threads.shutdownNow();
        }
    }
}
