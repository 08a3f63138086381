package org.jadhere.platform.postgres;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A question whose answer may be some seconds old: a list, a statistic. Where there is a standby it is asked there, if
 * the request allows it too (see {@link Standby#allowing}); where there is none this says nothing.
 * Not for what somebody is about to change, to decide or to prove.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StandbyRead {}
