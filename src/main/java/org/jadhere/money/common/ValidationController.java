package org.jadhere.money.common;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.NotFoundException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;

/** The pages on which the bank crew validates fees and payments; the path of the request selects the queue. */
@Controller
@AllowedTo(Audience.VALIDATORS)
@RequestMapping({"/admin/fees/validation", "/admin/payments/validation"})
class ValidationController {

    private final ValidationPages pages;
    private final List<ValidationQueue> queues;

    ValidationController(ValidationPages pages, List<ValidationQueue> queues) {
        this.pages = pages;
        this.queues = queues;
    }

    private ValidationQueue queue(HttpServletRequest request) {
        String route = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        return queues.stream()
                .filter(queue -> route.startsWith(queue.path()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    @GetMapping
    ModelAndView show(Actor actor, Form form, HttpServletRequest request) {
        return pages.show(actor, queue(request), form);
    }

    @PostMapping
    ModelAndView submit(Actor actor, Form form, HttpServletRequest request) {
        return pages.submit(actor, queue(request), form);
    }

    @PostMapping({"/withdrawal", "/undo"})
    ModelAndView withdraw(Actor actor, Form form, HttpServletRequest request) {
        return pages.withdraw(actor, queue(request), form);
    }
}
