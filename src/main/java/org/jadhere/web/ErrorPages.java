package org.jadhere.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What people see when a request cannot be answered: what happened and what to do, never a stack trace. */
@Controller
class ErrorPages implements ErrorController {

    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 413, 429);

    @RequestMapping("/error")
    ModelAndView explain(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : HttpStatus.NOT_FOUND.value();
        String kind = EXPLAINED.contains(status) ? String.valueOf(status) : status < 500 ? "400" : "500";
        return new ModelAndView("errors/error", Map.of("kind", kind), HttpStatus.valueOf(status));
    }
}
