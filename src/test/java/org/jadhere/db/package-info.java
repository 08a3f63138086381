/** What the values and the schema promise. */
@NullMarked
package org.jadhere.db;

import org.jspecify.annotations.NullMarked;
