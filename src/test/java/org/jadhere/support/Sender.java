package org.jadhere.support;

import static org.jadhere.support.Stage.as;
import static org.jadhere.support.Stage.csrf;

import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A logged-in user at a browser; posts carry a valid CSRF token, and any field or path, also one that no form offers. */
public record Sender(MockMvcTester browser, String name) {

    /** @param values the values of the path's variables, before encoding */
    public MvcTestResult get(String path, Object... values) {
        return browser.get().uri(path, values).with(as(name)).exchange();
    }

    public MvcTestResult post(String path, Map<String, String> fields) {
        var request = browser.post().uri(path).with(as(name)).with(csrf());
        fields.forEach(request::param);
        return request.exchange();
    }

    public MvcTestResult post(String path) {
        return post(path, Map.of());
    }
}
