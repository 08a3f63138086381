/** Who pays what: the figures against their definition. */
@NullMarked
package org.jadhere.payments;

import org.jspecify.annotations.NullMarked;
