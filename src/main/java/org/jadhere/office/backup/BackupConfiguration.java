package org.jadhere.office.backup;

import org.jadhere.platform.postgres.DatabaseSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BackupSettings.class)
class BackupConfiguration {

    @Bean
    StoredBackups storedBackups(BackupSettings settings, DatabaseSettings instance) {
        return new StoredBackups(settings.folderIn(instance.home()));
    }
}
