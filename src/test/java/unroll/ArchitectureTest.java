package unroll;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which package may import which, and what the public API may show: the table of the design. */
class ArchitectureTest {
    private static final String TABLESAW = "tech.tablesaw..";
    private static final String DJL = "ai.djl..";
    private static final String NATIVE_ACCESS = "com.sun.jna..";
    private static final String ARCHIVES = "org.apache.commons.compress..";
    private static final String LAWS = "org.apache.commons.math3.distribution..";
    private static final String TRIBUO = "org.tribuo..";

    /** Tribuo's own configuration library: a model of Tribuo has its pairs in a signature. */
    private static final String OLCUT = "com.oracle.labs.mlrg.olcut..";

    /** Every package may use these: the language, the logging API and the one JSON library. */
    private static final List<String> FREE =
            List.of("", "java..", "javax..", "org.slf4j..", "com.fasterxml.jackson..", "unroll");

    /** A row of the table: a package and what it may import beside the free ones. */
    private record Row(String name, List<String> imports) {
        static Row of(String name, String... imports) {
            return new Row("unroll." + name, List.of(imports));
        }

        ArchRule rule() {
            List<String> allowed = new ArrayList<>(FREE);
            allowed.add(name);
            for (String wanted : imports) {
                allowed.add(wanted.contains(".") ? wanted : "unroll." + wanted);
            }
            return classes()
                    .that()
                    .resideInAPackage(name)
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage(allowed.toArray(String[]::new))
                    .allowEmptyShould(true);
        }
    }

    private static final List<Row> TABLE =
            List.of(
                    Row.of("text"),
                    Row.of("music"),
                    Row.of("trace", TABLESAW),
                    Row.of("data", "text", "music", TABLESAW, ARCHIVES),
                    Row.of("engine", "trace", DJL, NATIVE_ACCESS),
                    Row.of("layer", "engine", "trace", DJL),
                    Row.of("model", "layer", "engine", "text", "data", "trace", DJL),
                    Row.of("train", "model", "layer", "engine", "data", "trace", DJL),
                    Row.of("generate", "model", "text", "music"),
                    Row.of(
                            "evaluate",
                            "train",
                            "model",
                            "data",
                            "text",
                            "trace",
                            TABLESAW,
                            LAWS,
                            TRIBUO,
                            OLCUT),
                    Row.of("plot", "trace", "text", "music", TABLESAW));

    /** The only package that knows a kernel; it may import every other. */
    private static final String NOTEBOOK = "unroll.notebook";

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("unroll");

    @TestFactory
    Stream<DynamicTest> packagesImportOnlyWhatTheTableNames() {
        return TABLE.stream()
                .map(row -> DynamicTest.dynamicTest(row.name(), () -> row.rule().check(OURS)));
    }

    @Test
    void everyPackageStandsInTheTable() {
        Stream<String> names = TABLE.stream().map(Row::name);
        String[] known = Stream.concat(names, Stream.of("unroll", NOTEBOOK)).toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(OURS);
    }

    @Test
    void theRootPackageImportsNothingOfOurs() {
        classes()
                .that()
                .resideInAPackage("unroll")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "unroll")
                .check(OURS);
    }

    @Test
    void onlyTheNotebookPackageKnowsAKernel() {
        noClasses()
                .that()
                .resideOutsideOfPackage(NOTEBOOK)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.dflib..", "io.github.spencerpark..")
                .check(OURS);
    }

    @Test
    void concreteClassesAreFinal() {
        DescribedPredicate<JavaClass> concrete =
                describe(
                        "concrete classes, exceptions apart",
                        type ->
                                !type.isInterface()
                                        && !type.isEnum()
                                        && !type.isAnonymousClass()
                                        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                                        && !type.isAssignableTo(UnrollException.class));
        classes()
                .that(concrete)
                .should()
                .haveModifier(JavaModifier.FINAL)
                .allowEmptyShould(true)
                .check(OURS);
    }

    /** The country of the machine would choose the digits, in Egypt others than a picture may have. */
    @Test
    void textsAreTheSameInEveryCountry() {
        noClasses()
                .should()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "format", String.class, Object[].class)
                .because("String.format(Locale.ROOT, …) writes the same digits everywhere")
                .check(OURS);
    }

    @Test
    void tensorsShowOnlyInLayersAndBlockAccessors() {
        signaturesShow("ai.djl", "block", "engine", "layer").check(OURS);
    }

    @Test
    void tablesShowOnlyInDataPlotsEvaluationAndTableAccessors() {
        signaturesShow("tech.tablesaw", "table", "data", "plot", "evaluate").check(OURS);
    }

    @Test
    void tribuoShowsOnlyInEvaluation() {
        signaturesShow("org.tribuo", "", "evaluate").check(OURS);
    }

    /** Public methods show types of a library only in the packages named, or under one name. */
    private static ArchRule signaturesShow(String library, String accessor, String... packages) {
        String[] open = Arrays.stream(packages).map(p -> "unroll." + p).toArray(String[]::new);
        return methods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages(open)
                .and()
                .doNotHaveName(accessor)
                .should(notMention(library))
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaMethod> notMention(String library) {
        return new ArchCondition<>("not show " + library + " in the signature") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean shows =
                        Stream.concat(
                                        Stream.of(method.getRawReturnType()),
                                        method.getRawParameterTypes().stream())
                                .map(type -> type.getBaseComponentType().getPackageName())
                                .anyMatch(name -> name.startsWith(library));
                if (shows) {
                    String message = method.getFullName() + " shows a type of " + library;
                    events.add(SimpleConditionEvent.violated(method, message));
                }
            }
        };
    }
}
