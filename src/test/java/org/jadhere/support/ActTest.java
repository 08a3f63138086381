package org.jadhere.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jadhere.Application;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ContextConfiguration;

/**
 * Like {@link PageTest}, for tests that write: each request commits its own transactions, so that attribution, locks and
 * constraints work as in production. Each test has a fresh database instead of a rollback.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = {Application.class, Stage.class, FreshDatabases.class})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = Stage.Database.class)
@ExtendWith({FreshDatabases.BeforeEachTest.class, Scene.class})
public @interface ActTest {}
