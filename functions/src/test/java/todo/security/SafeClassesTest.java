package todo.security;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// What the deployed classes never use, because it is dangerous with texts of clients.
@AnalyzeClasses(packages = "todo", importOptions = DoNotIncludeTests.class)
final class SafeClassesTest {
    @ArchTest
    static final ArchRule no_class_starts_a_process_or_loads_native_code = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.lang\\.(ProcessBuilder|Process|foreign\\..*)|sun\\.misc\\.Unsafe")
            .orShould()
            .callMethodWhere(target("java.lang.Runtime", "exec|load|loadLibrary"))
            .orShould()
            .callMethodWhere(target("java.lang.System", "load|loadLibrary"));

    @ArchTest
    static final ArchRule no_class_evaluates_code_or_looks_up_names = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("javax\\.(script|naming|tools)\\..*|java\\.lang\\.ClassLoader|java\\.rmi\\..*");

    @ArchTest
    static final ArchRule no_class_parses_xml = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("javax.xml..", "org.xml..", "org.w3c..", "com.fasterxml.jackson.dataformat.xml..");

    /// JSON becomes trees or records; a client never names a type.
    @ArchTest
    static final ArchRule no_class_deserializes_objects = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.io\\.(ObjectInputStream|ObjectInput|Externalizable)|java\\.beans\\..*"
                    + "|com\\.fasterxml\\.jackson\\.annotation\\.JsonTypeInfo.*");

    @ArchTest
    static final ArchRule random_values_come_from_secure_random = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("java\\.util\\.(Random|SplittableRandom|random\\..*|concurrent\\.ThreadLocalRandom)")
            .orShould()
            .callMethodWhere(target("java.lang.Math", "random"));

    private static DescribedPredicate<JavaMethodCall> target(String owner, String names) {
        return describe(
                "call " + owner + "." + names,
                call -> call.getTargetOwner().getName().equals(owner)
                        && call.getName().matches(names));
    }
}
