package org.jadhere.office.reminders;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jadhere.platform.jobs.Job;
import org.springframework.stereotype.Component;

/** Sends due reminders every hour, but not at night. */
@Component
class ReminderJob implements Job {

    private static final int MORNING = 8;
    private static final int EVENING = 20;

    private final Reminders reminders;
    private final Clock clock;

    ReminderJob(Reminders reminders, Clock clock) {
        this.reminders = reminders;
        this.clock = clock;
    }

    @Override
    public Duration interval() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        var now = LocalDateTime.now(clock);
        if (now.getHour() >= MORNING && now.getHour() < EVENING) {
            reminders.sendAll(now.toLocalDate());
        }
    }
}
