/** A program to look at on any machine: plausible data of nobody, and accounts to try it with. */
@NullMarked
@ApplicationModule
package org.jadhere.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
