package org.jadhere.people.access;

import java.util.List;
import java.util.Objects;
import org.jadhere.platform.web.LayoutContext;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Handlers may take the {@link Actor} as a parameter, and answer only the users that their {@link AllowedTo} names. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration implements WebMvcConfigurer {

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorResolver());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new AudienceInterceptor()).excludePathPatterns("/error");
    }

    /** The audience of a route; null if neither the method nor the class is annotated. */
    static @Nullable Audience audience(HandlerMethod handler) {
        AllowedTo allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), AllowedTo.class);
        if (allowed == null) {
            allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), AllowedTo.class);
        }
        return allowed == null ? null : allowed.value();
    }

    private static final class AudienceInterceptor implements HandlerInterceptor {

        @Override
        public boolean preHandle(
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response,
                Object handler) {
            if (handler instanceof HandlerMethod method) {
                Audience audience = audience(method);
                Actor actor = Actor.of(request);
                boolean impersonated =
                        audience == Audience.ACCOUNT_OWNER && request.getAttribute(LayoutContext.IMPERSONATOR) != null;
                if (audience != Audience.ANYONE
                        && (audience == null || actor == null || impersonated || !audience.includes(actor))) {
                    throw new AccessDeniedException("not for " + (actor == null ? "visitors" : actor.username()));
                }
            }
            return true;
        }
    }

    private static final class ActorResolver implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return Objects.requireNonNull(
                    request.getAttribute(ActorFilter.ACTOR, RequestAttributes.SCOPE_REQUEST),
                    "a handler that visitors may call must not have an Actor parameter");
        }
    }
}
