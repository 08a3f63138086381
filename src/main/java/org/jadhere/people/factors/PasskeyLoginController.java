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
import org.jadhere.people.login.LoginThrottle;
import org.jadhere.platform.audit.SecurityLog;
import org.jadhere.platform.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;
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
    private final LoginThrottle throttle;

    PasskeyLoginController(
            RelyingParty relyingParty, LoginSessions sessions, PendingLogin pendingLogin, LoginThrottle throttle) {
        this.relyingParty = relyingParty;
        this.sessions = sessions;
        this.pendingLogin = pendingLogin;
        this.throttle = throttle;
    }

    /** Called by the page's script. Creates a short session for a visitor, to store the challenge; a limited number. */
    @PostMapping(value = PATH + "/challenge", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    String challenge(HttpServletRequest request) {
        if (request.getSession(false) == null
                && !throttle.admits(LoginThrottle.Kind.CHALLENGE, "", request.getRemoteAddr())) {
            throw new ResponseStatusException(HttpStatus.TOO_MANY_REQUESTS);
        }
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
            SecurityLog.write(SecurityLog.Event.LOGIN_FAILED, null, "passkey");
            request.getRequestDispatcher("/login/failure").forward(request, response);
            return null;
        }
        sessions.logIn(username.get(), AuthFactor.PASSKEY, request, response);
        return new ModelAndView("redirect:" + pendingLogin.next(request, response));
    }
}
