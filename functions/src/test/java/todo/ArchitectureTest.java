package todo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/// What may know of what.
@AnalyzeClasses(packages = "todo", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule the_gateway_and_json_are_known_to_http_alone = noClasses()
            .that()
            .resideOutsideOfPackage("todo.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.amazonaws..", "com.fasterxml..", "jakarta.servlet..", "jakarta.ws..");

    @ArchTest
    static final ArchRule sql_is_spoken_by_what_is_called_sql_alone = noClasses()
            .that()
            .resideOutsideOfPackage("todo.database..")
            .and(DescribedPredicate.not(within("Sql")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "org.postgresql..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule passwords_are_hashed_in_one_place = noClasses()
            .that(DescribedPredicate.not(within("Passwords")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.password4j..");

    @ArchTest
    static final ArchRule passwords_are_judged_in_one_place = noClasses()
            .that(DescribedPredicate.not(within("PasswordRules")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.nulabinc..");

    @ArchTest
    static final ArchRule tokens_are_signed_and_verified_in_one_place = noClasses()
            .that(DescribedPredicate.not(within("Tokens")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.auth0..");

    @ArchTest
    static final ArchRule the_environment_is_read_in_one_place =
            noClasses().that(DescribedPredicate.not(within("App"))).should().callMethod(System.class, "getenv");

    @ArchTest
    static final ArchRule no_package_needs_another_that_needs_it =
            slices().matching("todo.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule what_lambda_calls_is_final_and_made_from_nothing = classes()
            .that()
            .areAssignableTo(RequestStreamHandler.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .bePublic()
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .andShould(havePublicConstructorWithoutParameters());

    /// A class whose name begins so, and what is nested in it.
    private static DescribedPredicate<JavaClass> within(String name) {
        return describe(
                "are called " + name,
                type -> type.getName().replaceFirst(".*\\.", "").startsWith(name));
    }

    private static ArchCondition<JavaClass> havePublicConstructorWithoutParameters() {
        return new ArchCondition<>("have a public constructor without parameters") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                var found = type.tryGetConstructor()
                        .filter(constructor -> constructor.getModifiers().contains(JavaModifier.PUBLIC))
                        .isPresent();
                events.add(new SimpleConditionEvent(type, found, type.getName() + " is made from nothing: " + found));
            }
        };
    }
}
