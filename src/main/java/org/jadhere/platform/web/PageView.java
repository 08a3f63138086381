package org.jadhere.platform.web;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;

/** A template with its values as an HTML answer. */
public record PageView(JteModel page) implements View {

    public static ModelAndView of(JteModel page) {
        return of(page, HttpStatus.OK);
    }

    public static ModelAndView of(JteModel page, HttpStatus status) {
        var answer = new ModelAndView(new PageView(page));
        answer.setStatus(status);
        return answer;
    }

    @Override
    public String getContentType() {
        return "text/html;charset=UTF-8";
    }

    /** Renders the whole page before the first byte is sent, so that a failure becomes an error page, not half a page. */
    @Override
    public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
            throws Exception {
        var output = new Utf8ByteOutput();
        page.render(output);
        response.setContentType(getContentType());
        response.setHeader("Speculation-Rules", "\"/speculation.json\""); // docs/decisions/0026
        response.setContentLength(output.getContentLength());
        output.writeTo(response.getOutputStream());
    }
}
