/** The test language: databases, the cast, pages; and the rules of the house. */
@NullMarked
package org.jadhere;

import org.jspecify.annotations.NullMarked;
