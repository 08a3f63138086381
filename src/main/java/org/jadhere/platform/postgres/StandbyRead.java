package org.jadhere.platform.postgres;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a read whose result may be some seconds old, such as a list or a statistic. It uses the standby, if there is one
 * and the request allows it (see {@link Standby#allowing}). Not for data that the user is about to change, decide on or
 * prove.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StandbyRead {}
