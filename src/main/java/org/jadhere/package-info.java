/** The information system of a community Internet provider. */
@NullMarked
package org.jadhere;

import org.jspecify.annotations.NullMarked;
