package org.jadhere.pages.guide;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.function.Supplier;
import org.jadhere.people.access.Actor;
import org.jadhere.platform.web.LayoutContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Sets the target of the layout's "Help" link. It is a supplier, so that responses without a layout do not search the guides. */
@Configuration(proxyBeanMethods = false)
class HelpInterceptor implements HandlerInterceptor, WebMvcConfigurer {

    private static final String CONTENTS = "/guide";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Supplier<String> link = () -> link(request);
        request.setAttribute(LayoutContext.HELP, link);
        return true;
    }

    /** The chapter that explains the current page to the current user; else the table of contents. */
    private static String link(HttpServletRequest request) {
        return Guides.current()
                .explaining(LayoutContext.path(), Readership.preferredBy(Actor.of(request)))
                .map(Chapter::path)
                .orElse(CONTENTS);
    }
}
