package org.jadhere.platform.web;

import static org.jadhere.jte.Pages.pages;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jadhere.platform.site.RequestId;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The error page: what happened and what to do, never a stack trace. */
@Controller
class ErrorPageController implements ErrorController {

    private static final Set<Integer> EXPLAINED = Set.of(400, 403, 404, 405, 413, 429, 503);
    private static final String RETRY_AFTER_SECONDS = "30";

    @RequestMapping("/error")
    ModelAndView explain(HttpServletRequest request, HttpServletResponse response) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : HttpStatus.NOT_FOUND.value();
        String kind = EXPLAINED.contains(status) ? String.valueOf(status) : status < 500 ? "400" : "500";
        String reference = status < 500 ? "" : RequestId.of(request);
        if (!reference.isEmpty()) {
            response.setHeader(RequestId.HEADER, reference);
        }
        if (status == HttpStatus.SERVICE_UNAVAILABLE.value()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return PageView.of(pages().platformWebError(kind, reference), HttpStatus.valueOf(status));
    }
}
