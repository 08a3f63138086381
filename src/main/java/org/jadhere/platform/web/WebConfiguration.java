package org.jadhere.platform.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jadhere.platform.site.ProxyValve;
import org.jadhere.platform.site.Site;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** Registers the {@link Form} argument of handlers, the locale resolver and the reverse proxy's headers. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** {@code ?lang=en} on any page sets the language cookie of this browser. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        var interceptor = new LanguageParameter();
        interceptor.setParamName("lang");
        interceptor.setIgnoreInvalidLocale(true);
        registry.addInterceptor(interceptor);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FormResolver());
    }

    @Bean
    LocaleResolver localeResolver(Site site) {
        return new UserLocaleResolver(site);
    }

    /** Off by default, since a client without a proxy could forge the headers of its address. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> behindProxy(
            @Value("${jadhere.proxy:false}") boolean proxy) {
        return tomcat -> {
            if (proxy) {
                tomcat.addEngineValves(new ProxyValve());
            }
        };
    }

    private static final class FormResolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Form.class;
        }

        @Override
        public Form resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Form.of(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
        }
    }

    /** Sets the language that a request asks for. The parameters of a request that is an error may be unreadable. */
    private static final class LanguageParameter extends LocaleChangeInterceptor {

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
                throws ServletException {
            try {
                return super.preHandle(request, response, handler);
            } catch (IllegalStateException unreadable) {
                return true;
            }
        }
    }
}
