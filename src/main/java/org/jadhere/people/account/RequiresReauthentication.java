package org.jadhere.people.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What only who has just proved to be the owner may ask for: an open browser must not be enough to plant a factor
 * (OWASP ASVS 5.0, 7.5.1). Others are asked first, and come back.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresReauthentication {}
