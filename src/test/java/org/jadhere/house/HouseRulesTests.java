package org.jadhere.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import java.util.function.Predicate;
import org.jooq.PlainSQL;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** Rules about the compiled classes; {@link SourceTests} checks the rules about sources. */
public class HouseRulesTests {

    public static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("/jte/") && !place.contains("/db/tables/"))
            .importPackages("org.jadhere");

    @Test
    void onlyPgUsesPlainSqlOfJooq() {
        noClasses()
                .that()
                .haveNameNotMatching("org.jadhere.platform.db.Pg(Addresses)?")
                .should()
                .callMethodWhere(isPlainSql())
                .because("no compiler checks SQL in strings: give the operator a name in Pg or PgAddresses")
                .check(OURS);
    }

    private static DescribedPredicate<JavaMethodCall> isPlainSql() {
        return DescribedPredicate.describe(
                "jOOQ's plain SQL",
                call -> call.getTarget()
                        .resolveMember()
                        .map(method -> method.isAnnotatedWith(PlainSQL.class))
                        .orElse(false));
    }

    @Test
    void controllersHaveNoTransactions() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .notBeAnnotatedWith(Transactional.class)
                .because("a rule in a controller does not hold for the command line")
                .check(OURS);
    }

    @Test
    void controllersDoNotUseJooq() {
        noClasses()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")
                .because("SQL belongs to the repository of the noun")
                .check(OURS);
    }

    @Test
    void todayComesFromAClock() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .because("a test can set an injected Clock only")
                .check(OURS);
    }

    @Test
    void classNamesHaveNoVagueEnding() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Mapper)$")
                .because("these endings do not say what the class is")
                .check(OURS);
    }

    @Test
    void methodNamesDoNotBeginWithProcess() {
        noMethods()
                .should()
                .haveNameMatching("process[A-Z].*")
                .because("the word does not say what the method does")
                .check(OURS);
    }

    @Test
    void constructorsHaveAtMostFiveParameters() {
        Predicate<com.tngtech.archunit.core.domain.JavaConstructor> crowded =
                constructor -> constructor.getRawParameterTypes().size() > 5;
        assertThat(OURS.stream()
                        .filter(type -> !type.isRecord() && !type.isEnum())
                        .flatMap(type -> type.getConstructors().stream())
                        .filter(crowded)
                        .map(constructor -> constructor.getFullName()))
                .as("more than five parameters: the class does two things")
                .isEmpty();
    }

    @Test
    void testsTakeCsrfTokensFromStage() {
        noClasses()
                .should()
                .callMethod(SecurityMockMvcRequestPostProcessors.class, "csrf")
                .because("it keeps the tokens of all later tests in sessions; Stage.csrf does not")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages("org.jadhere"));
    }
}
