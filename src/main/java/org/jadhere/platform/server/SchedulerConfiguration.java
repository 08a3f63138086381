package org.jadhere.platform.server;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * One scheduler for short tasks that must run even when jobs or mails block: the watchdog, the heap and the health query.
 * Jobs and error mails have threads of their own, since they wait for the database or a mail server.
 */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

    /** Only the health query can block, and there is one at a time. */
    private static final int THREADS = 2;

    /** The server answers and is watched until its beans are destroyed, so tasks are accepted until then. */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(THREADS);
        scheduler.setDaemon(true);
        scheduler.setThreadNamePrefix("scheduler-");
        scheduler.setAcceptTasksAfterContextClose(true);
        return scheduler;
    }
}
