@NullMarked
package org.jadhere.browser;

import org.jspecify.annotations.NullMarked;
