package todo.local.gateway;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import todo.local.gateway.template.Template;

/// The gateway serves any SAM template with handlers that implement Lambda's interface, so it needs nothing
/// else of this project.
@AnalyzeClasses(packages = {"todo.local", "todo.bench"})
final class GatewayBoundaryTest {
    @ArchTest
    static final ArchRule the_gateway_depends_on_no_other_package_of_the_project = classes()
            .that()
            .resideInAPackage("todo.local.gateway..")
            .should()
            .onlyDependOnClassesThat(resideOutsideOfPackage("todo..").or(resideInAPackage("todo.local.gateway..")));

    @ArchTest
    static final ArchRule others_use_only_gateway_and_template = classes()
            .that()
            .resideOutsideOfPackage("todo.local.gateway..")
            .should()
            .onlyDependOnClassesThat(
                    resideOutsideOfPackage("todo.local.gateway..").or(belongToAnyOf(Gateway.class, Template.class)));
}
