package org.jadhere.support;

import static org.jadhere.support.Stage.as;
import static org.jadhere.support.Stage.csrf;

import java.util.Map;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Somebody who fills in forms and sends them, and who may send what no form offers. */
public record Sender(MockMvcTester browser, String name) {

    /** @param values of the path's variables, encoded as they must be */
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
