package org.jadhere.people.account;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Handlers that are {@link RequiresReauthentication} are asked for after everything else has been. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration implements WebMvcConfigurer {

    private final Reauthentication confirmation;

    AccountConfiguration(Reauthentication confirmation) {
        this.confirmation = confirmation;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(confirmation).order(Ordered.LOWEST_PRECEDENCE);
    }
}
