package org.jadhere.people.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Requires that the user authenticated just now: access to an open browser must not suffice to add a factor
 * (OWASP ASVS 5.0, 7.5.1). Else the user is redirected to authenticate, and back.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface RequiresReauthentication {}
