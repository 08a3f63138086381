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

/** The login by passkey, without a password. */
@Controller
@AllowedTo(Audience.ANYONE)
class PasskeyLoginController {

    private static final String PATH = "/login/passkey";
    private static final Duration VISITOR_SESSION = Duration.ofMinutes(15);

    private final RelyingParty relyingParty;
    private final LoginSessions sessions;
    private final PendingLogin pendingLogin;

    PasskeyLoginController(RelyingParty relyingParty, LoginSessions sessions, PendingLogin pendingLogin) {
        this.relyingParty = relyingParty;
        this.sessions = sessions;
        this.pendingLogin = pendingLogin;
    }

    /** Called by the page's script. Creates a short session for a visitor, to store the challenge. */
    @PostMapping(value = PATH + "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String challenge(HttpServletRequest request) {
        var session = request.getSession();
        if (session.isNew()) {
            session.setMaxInactiveInterval((int) VISITOR_SESSION.toSeconds());
        }
        return relyingParty.requestOptions(null, session);
    }

    /** A rejected passkey is reported by the login page, as a wrong password is. */
    @PostMapping(PATH)
    @Nullable
    ModelAndView logIn(Form form, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var username =
                form.result(() -> relyingParty.authenticate(null, form.value("credential"), request.getSession()));
        if (username.isEmpty()) {
            request.getRequestDispatcher("/login/failure").forward(request, response);
            return null;
        }
        sessions.logIn(username.get(), AuthFactor.PASSKEY, request, response);
        return new ModelAndView("redirect:" + pendingLogin.next(request, response));
    }
}
