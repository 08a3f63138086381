package org.jadhere.people.account;

import org.jadhere.people.access.RequiresReauthentication;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Registers the check of {@link RequiresReauthentication} after all other interceptors. */
@Configuration(proxyBeanMethods = false)
class AccountConfiguration implements WebMvcConfigurer {

    private final Reauthentication reauthentication;

    AccountConfiguration(Reauthentication reauthentication) {
        this.reauthentication = reauthentication;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(reauthentication).order(Ordered.LOWEST_PRECEDENCE);
    }
}
