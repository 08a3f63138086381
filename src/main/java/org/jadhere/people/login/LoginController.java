package org.jadhere.people.login;

import static org.jadhere.jte.Pages.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.jadhere.people.access.Actor;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.platform.web.Form;
import org.jadhere.platform.web.PageView;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The login page. Spring Security answers its POST and forwards to this class if the login fails. */
@Controller
@AllowedTo(Audience.ANYONE)
class LoginController {

    @GetMapping("/login")
    ModelAndView show(Form form, HttpServletRequest request) {
        if (Actor.of(request) != null) {
            return new ModelAndView("redirect:/");
        }
        return PageView.of(pages().peopleLoginLogin(form, request.getParameter("out") != null));
    }

    /** The same message for an unknown name and a wrong password, which would else reveal which names exist. */
    @PostMapping("/login/failure")
    ModelAndView fail(Form form, HttpServletRequest request) {
        boolean throttled = request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof LockedException;
        if (!form.value("credential").isEmpty()) {
            form.reject("credential", "error.passkey");
            return page(form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        form.reject("username", throttled ? "login.throttled" : "login.failed", LoginThrottle.WINDOW.toMinutes());
        return page(form, throttled ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static ModelAndView page(Form form, HttpStatus status) {
        return PageView.of(pages().peopleLoginLogin(form, false), status);
    }
}
