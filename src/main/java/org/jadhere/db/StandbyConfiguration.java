package org.jadhere.db;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.aop.Advisor;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** All that a standby needs; none of it is there where no standby is set. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(DatabaseSettings.STANDBY)
class StandbyConfiguration {

    @Bean
    static Standby standby(DataSource database, DatabaseSettings settings) throws SQLException {
        var given = settings.database();
        return new Standby(
                database.unwrap(HikariDataSource.class), Objects.requireNonNull(given.standby()), given.standbyLag());
    }

    /** The program's one data source, with a way to the standby in it. */
    @Bean
    static BeanPostProcessor wayToStandby(ObjectProvider<Standby> standby) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource primary ? new Crossroads(primary, standby) : bean;
            }
        };
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static Advisor readsFromStandby(ObjectProvider<Standby> standby, BeanFactory beans) {
        return new DefaultPointcutAdvisor(
                AnnotationMatchingPointcut.forMethodAnnotation(MayLag.class), new StandbyReads(standby, beans));
    }

    private static final class Crossroads extends DelegatingDataSource {

        private final ObjectProvider<Standby> standby;

        Crossroads(DataSource primary, ObjectProvider<Standby> standby) {
            super(primary);
            this.standby = standby;
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (!Standby.isAsked()) {
                return super.getConnection();
            }
            var there = standby.getObject().connection();
            return there.isPresent() ? there.get() : super.getConnection();
        }
    }
}
