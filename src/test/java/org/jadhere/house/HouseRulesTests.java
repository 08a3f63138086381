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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.PlainSQL;
import org.junit.jupiter.api.Test;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;

/** What the team has agreed on and nobody has to remember. */
public class HouseRulesTests {

    public static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(place -> !place.contains("/jte/") && !place.contains("/db/tables/"))
            .importPackages("org.jadhere");

    @Test
    void sqlInStringsStandsInOnePlace() {
        noClasses()
                .that()
                .haveNameNotMatching("org.jadhere.platform.db.Pg(Addresses)?")
                .should()
                .callMethodWhere(isPlainSql())
                .because("a string with SQL is checked by nobody: give the operator a name in Pg or PgAddresses")
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
    void controllersAreDoorsAndNoMore() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .bePackagePrivate()
                .andShould()
                .notBeAnnotatedWith(Transactional.class)
                .because("a rule behind one door is a rule missing at the other")
                .check(OURS);
        noClasses()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.jooq..")
                .because("SQL lives in the repository of the noun")
                .check(OURS);
    }

    @Test
    void todayIsAskedOfAClock() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .because("a test cannot move a clock that nobody hands over")
                .check(OURS);
    }

    @Test
    void namesSayWhatAThingIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Utils?|Dto|Mapper)$")
                .because("these endings say that no better name was looked for")
                .check(OURS);
        noMethods()
                .should()
                .haveNameMatching("process[A-Z].*")
                .because("it says nothing about what is done")
                .check(OURS);
    }

    @Test
    void filesStaySmallEnoughToRead() throws IOException {
        assertThat(longer("src/main/java", ".java", 200))
                .as("classes over 200 lines: find the second noun in them")
                .isEmpty();
        assertThat(longer("src/main/jte", ".jte", 80))
                .as("templates over 80 lines: name a part of them")
                .isEmpty();
    }

    private static List<String> longer(String folder, String ending, int limit) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(file -> lines(file) > limit)
                    .map(Path::toString)
                    .toList();
        }
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void constructorsAskForLittle() {
        Predicate<com.tngtech.archunit.core.domain.JavaConstructor> crowded =
                constructor -> constructor.getRawParameterTypes().size() > 5;
        assertThat(OURS.stream()
                        .filter(type -> !type.isRecord() && !type.isEnum())
                        .flatMap(type -> type.getConstructors().stream())
                        .filter(crowded)
                        .map(constructor -> constructor.getFullName()))
                .as("more than five arguments: the class does two things")
                .isEmpty();
    }

    @Test
    void testsLeaveTheApplicationThatTheyShareAsItWas() {
        noClasses()
                .should()
                .callMethod(SecurityMockMvcRequestPostProcessors.class, "csrf")
                .because(
                        "from then on tokens are kept in sessions, for all tests that follow: Stage.csrf leaves no trace")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
                        .importPackages("org.jadhere"));
    }
}
