package org.jadhere.office.reminders;

import static org.jadhere.jte.Pages.pages;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Keyset;
import org.jadhere.platform.web.PageView;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/** Previews the reminders of a day: which members are reminded, which are not, and why. Sends nothing. */
@Controller
@AllowedTo(Audience.CREWS)
class ReminderController {

    private final Reminders reminders;
    private final ReminderCandidates candidates;
    private final Clock clock;

    ReminderController(Reminders reminders, ReminderCandidates candidates, Clock clock) {
        this.reminders = reminders;
        this.candidates = candidates;
        this.clock = clock;
    }

    @GetMapping("/admin/reminders")
    ModelAndView preview(Form form) {
        LocalDate today = LocalDate.now(clock);
        var schedule = reminders.schedule(Objects.requireNonNullElse(form.date("on"), today));
        boolean others = form.value("show").equals("others");
        var place = Keyset.of(form);
        return PageView.of(pages().officeRemindersReminders(
                        form,
                        today,
                        others,
                        new ReminderPreview(schedule),
                        others ? candidates.others(schedule, place) : candidates.due(schedule, place)));
    }
}
