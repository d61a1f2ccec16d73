package todo;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
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

/// The dependencies between packages, and the few classes that may use a library.
@AnalyzeClasses(packages = "todo", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule only_lambda_uses_the_runtime_and_the_container = noClasses()
            .that()
            .resideOutsideOfPackage("todo.lambda..")
            .and(not(assignableTo(RequestStreamHandler.class)))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.amazonaws..", "jakarta.servlet..", "jakarta.ws..");

    @ArchTest
    static final ArchRule only_the_http_layer_uses_jackson = noClasses()
            .that()
            .resideOutsideOfPackages("todo.json..", "todo.validation..", "todo.http..", "todo.lambda..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule only_sql_classes_the_guard_and_the_database_package_use_jdbi = noClasses()
            .that()
            .resideOutsideOfPackages("todo.database..", "todo.access..")
            .and(DescribedPredicate.not(within("Sql")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jdbi..", "org.postgresql..", "java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule the_core_knows_nothing_of_http = noClasses()
            .that()
            .resideInAnyPackage(
                    "todo.values..",
                    "todo.json..",
                    "todo.telemetry..",
                    "todo.secrets..",
                    "todo.database..",
                    "todo.access..",
                    "todo.validation..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("todo.http..", "todo.lambda..");

    @ArchTest
    static final ArchRule stores_return_facts_and_leave_statuses_to_handlers = noClasses()
            .that(within("Sql"))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("todo\\.http\\.(Problem|ErrorCode|Reply)");

    @ArchTest
    static final ArchRule http_knows_nothing_of_lambda = noClasses()
            .that()
            .resideInAPackage("todo.http..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("todo.lambda..");

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
            .resideInAPackage("com.auth0.jwt..");

    @ArchTest
    static final ArchRule keys_of_identity_providers_are_read_in_one_place = noClasses()
            .that(DescribedPredicate.not(within("SigningKeys")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.auth0.jwk..");

    @ArchTest
    static final ArchRule identity_providers_are_called_in_one_place = noClasses()
            .that(DescribedPredicate.not(within("ProviderHttp")))
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.net\\.(http\\..*|.*Connection)");

    @ArchTest
    static final ArchRule mail_servers_are_reached_in_one_place = noClasses()
            .that(DescribedPredicate.not(within("Smtp")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule the_environment_is_read_in_one_place =
            noClasses().that(DescribedPredicate.not(within("App"))).should().callMethod(System.class, "getenv");

    @ArchTest
    static final ArchRule packages_have_no_cycles =
            slices().matching("todo.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule lambda_functions_are_final_with_a_public_constructor_without_parameters = classes()
            .that()
            .areAssignableTo(RequestStreamHandler.class)
            .and()
            .doNotHaveModifier(JavaModifier.ABSTRACT)
            .should()
            .bePublic()
            .andShould()
            .haveModifier(JavaModifier.FINAL)
            .andShould(havePublicConstructorWithoutParameters());

    /// Classes whose name starts with `name`, and their nested classes.
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
                events.add(new SimpleConditionEvent(type, found, type.getName() + " has such a constructor: " + found));
            }
        };
    }
}
