/** Moving in and out, against a real database. */
@NullMarked
package org.jadhere.transfer;

import org.jspecify.annotations.NullMarked;
