package org.jadhere.people.factors;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.jadhere.people.access.AllowedTo;
import org.jadhere.people.access.Audience;
import org.jadhere.people.access.AuthFactor;
import org.jadhere.people.access.PendingLogin;
import org.jadhere.people.login.LoginSessions;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** The login without a password. */
@Controller
@AllowedTo(Audience.ANYONE)
class PasskeyLoginController {

    private static final String PATH = "/login/passkey";
    private static final Duration WAITS = Duration.ofMinutes(15);

    private final RelyingParty relyingParty;
    private final LoginSessions sessions;
    private final PendingLogin step;

    PasskeyLoginController(RelyingParty relyingParty, LoginSessions sessions, PendingLogin step) {
        this.relyingParty = relyingParty;
        this.sessions = sessions;
        this.step = step;
    }

    /** Asked by the page's script. A visitor has a session from here on, and it is a short one. */
    @PostMapping(value = PATH + "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String challenge(HttpServletRequest request) {
        var session = request.getSession();
        if (session.isNew()) {
            session.setMaxInactiveInterval((int) WAITS.toSeconds());
        }
        return relyingParty.askFor(null, session);
    }

    /** What is refused is told by the login page, as a wrong password is. */
    @PostMapping(PATH)
    @Nullable
    ModelAndView enter(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var username = form.result(() -> relyingParty.recognise(null, form.value("credential"), request.getSession()));
        if (username.isEmpty()) {
            request.getRequestDispatcher("/login/failure").forward(request, response);
            return null;
        }
        sessions.logIn(username.get(), AuthFactor.PASSKEY, request, response);
        return new ModelAndView("redirect:" + step.next(request, response));
    }
}
