package org.jadhere.house;

import org.jadhere.Application;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void featuresUseEachOtherOnlyAsTheirPackagesSay() {
        ApplicationModules.of(Application.class).verify();
    }
}
