package org.jadhere;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresUseEachOtherOnlyAsTheirPackagesSay() {
        ApplicationModules.of(Application.class).verify();
    }
}
