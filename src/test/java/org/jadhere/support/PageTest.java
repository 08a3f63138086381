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
import org.springframework.transaction.annotation.Transactional;

/** Starts the whole application on a real PostgreSQL, with {@code MockMvcTester} as the browser. Each test is rolled back. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = {Application.class, Stage.class})
@AutoConfigureMockMvc
@ContextConfiguration(initializers = Stage.Database.class)
@Transactional
@ExtendWith(Scene.class)
public @interface PageTest {}
