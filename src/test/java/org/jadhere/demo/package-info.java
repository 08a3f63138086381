/** The data of nobody: its form, its size, and that it comes in. */
@NullMarked
package org.jadhere.demo;

import org.jspecify.annotations.NullMarked;
