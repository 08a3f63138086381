package org.jadhere.support;

import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Drops the databases of each test class when the class has ended and has closed its servers and connections. JUnit
 * registers it for all classes, see {@code META-INF/services}.
 */
public final class DroppedDatabases implements BeforeAllCallback {

    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(DroppedDatabases.class);

    @Override
    public void beforeAll(ExtensionContext test) {
        if (test.getRequiredTestClass().getEnclosingClass() == null) {
            test.getStore(NAMESPACE).put("databases", (AutoCloseable) TestDatabase::dropAll);
        }
    }
}
