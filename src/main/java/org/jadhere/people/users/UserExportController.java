package org.jadhere.people.users;

import static org.jadhere.platform.web.Texts.t;

import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Downloads;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.Sheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The list of users as a file. */
@Controller
@AllowedTo(Audience.CREWS)
class UserExportController {

    private final Users users;
    private final Downloads downloads;

    UserExportController(Users users, Downloads downloads) {
        this.users = users;
        this.downloads = downloads;
    }

    @GetMapping("/admin/users/export")
    View export(Actor actor, Form form) {
        return downloads.of(form, sheet(), line -> users.each(actor, UserFilter.of(form), line));
    }

    private static Sheet<Users.Line> sheet() {
        return Sheet.<Users.Line>titled(t("menu.users"))
                .column(t("user.username"), line -> line.user().username())
                .column(t("user.first-name"), line -> line.user().contact().firstName())
                .column(t("user.last-name"), line -> line.user().contact().lastName())
                .column(
                        t("user.emails"),
                        line -> String.join(" ", line.user().contact().emails()))
                .column(t("user.phone"), line -> line.user().contact().phone())
                .column(t("user.address"), line -> line.user().contact().address())
                .column(t("member.number.short"), Users.Line::memberNumber)
                .column(
                        t("user.language"),
                        line -> t("language." + line.user().contact().language()))
                .column(t("user.staff"), line -> line.user().staff())
                .column(t("user.superuser"), line -> line.user().superuser())
                .column(t("user.active"), line -> line.user().active());
    }
}
