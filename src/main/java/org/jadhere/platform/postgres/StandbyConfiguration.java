package org.jadhere.platform.postgres;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;

/** The beans for a standby, if one is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(DatabaseSettings.STANDBY)
class StandbyConfiguration {

    @Bean
    static Standby standby(DataSource primary, DatabaseSettings settings) throws SQLException {
        var database = settings.database();
        return new Standby(
                primary.unwrap(HikariDataSource.class),
                Objects.requireNonNull(database.standby()),
                database.standbyLag());
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor readsFromStandby(ObjectProvider<Standby> standby, ObjectProvider<DataSource> primary) {
        return new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(StandbyRead.class),
                new StandbyReadInterceptor(standby, primary));
    }
}
