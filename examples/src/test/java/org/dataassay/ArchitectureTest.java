package org.dataassay;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dataassay.valuation.result.FigureMethod;
import org.dataassay.valuation.result.ValuationMethod;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the modules promise each other. Each rule is run twice: over the library, where it must hold, and over a class of the
 * {@code violation} packages of the tests, where it must fail.
 */
class ArchitectureTest {

    private static final String VALUATION = "org.dataassay.valuation..";
    private static final String QUALITY = "org.dataassay.quality..";
    private static final String PRICING = "org.dataassay.pricing..";
    private static final String REPORT = "org.dataassay.report..";
    private static final String EXAMPLES = "org.dataassay.examples..";
    private static final String BENCHMARKS = "org.dataassay.benchmarks..";
    private static final String[] LIBRARY = {VALUATION, QUALITY, PRICING, REPORT};

    /** Packages of valuation-core, each of which uses only those before it; a package not named here stands at the star. */
    private static final List<String> ORDER = List.of(
            "error",
            "text",
            "numeric",
            "money",
            "time",
            "sheet",
            "context",
            "asset",
            "result",
            "*",
            "appraisal",
            "json");

    private static final Set<String> INEXACT = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot", "fma");

    private static final JavaClasses PRODUCTION = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.dataassay");

    private static final JavaClasses VIOLATIONS = new ClassFileImporter()
            .importPackages("org.dataassay")
            .that(describe("violations", c -> c.getPackageName().contains(".violation")));

    static Stream<Arguments> rules() {
        return Stream.of(
                rule("CoreSeesPricing", mayOnlySee(VALUATION)),
                rule("QualitySeesPricing", mayOnlySee(QUALITY, VALUATION)),
                rule("PricingSeesQuality", mayOnlySee(PRICING, VALUATION)),
                rule("ReportSeesExamples", mayOnlySee(REPORT, VALUATION, QUALITY, PRICING)),
                rule("FirstOfCycle", noPackageCycles()),
                rule("ErrorSeesMoney", corePackagesInOrder()),
                rule("ForeignSignature", onlyOwnTypesInSignatures()),
                rule("PrintsToTheConsole", neverAccess("System.out, err or in", ArchitectureTest::isConsole)),
                rule("EndsTheProcess", neverAccess("System.exit", isCall(System.class, "exit", "halt"))),
                rule("AsksTheClock", neverAccess("a clock", ArchitectureTest::isClock)),
                rule("DrawsUnseeded", neverAccess("unseeded randomness", ArchitectureTest::isUnseeded)),
                rule("UsesDefaults", neverAccess("the machine's locale, charset or zone", ArchitectureTest::isDefault)),
                rule("UsesMath", neverAccess("inexact functions of Math or fma", isCall(Math.class, INEXACT))),
                rule("UnmarkedPackage", packagesAreNullMarked()),
                rule("OverridesEvaluate", evaluateIsNotOverridden()));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rules")
    void holds_in_the_library(String violation, ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCTION);
    }

    @ParameterizedTest(name = "{0} breaks: {1}")
    @MethodSource("rules")
    void fails_on_a_violation(String violation, ArchRule rule) {
        var report = rule.allowEmptyShould(true).evaluate(VIOLATIONS).getFailureReport();
        assertThat(report.getDetails()).anySatisfy(detail -> assertThat(detail).contains(violation));
    }

    private static Arguments rule(String violation, ArchRule rule) {
        return Arguments.of(violation, rule);
    }

    private static ArchRule mayOnlySee(String module, String... seen) {
        var forbidden = new LinkedHashSet<>(List.of(VALUATION, QUALITY, PRICING, REPORT, EXAMPLES, BENCHMARKS));
        forbidden.remove(module);
        forbidden.removeAll(List.of(seen));
        return noClasses()
                .that()
                .resideInAPackage(module)
                .should()
                .dependOnClassesThat(resideInAnyPackage(forbidden.toArray(String[]::new)));
    }

    /** A package and those below it count as one, so that a package may keep helpers in {@code internal}. */
    private static ArchRule noPackageCycles() {
        return slices().matching("org.dataassay.(*).(*)..").should().beFreeOfCycles();
    }

    private static ArchRule corePackagesInOrder() {
        return classes()
                .that()
                .resideInAPackage(VALUATION)
                .should(condition("depend only on the packages before theirs in " + ORDER, (type, events) -> {
                    for (var dependency : type.getDirectDependenciesFromSelf()) {
                        var target = dependency.getTargetClass().getBaseComponentType();
                        if (resideInAPackage(VALUATION).test(target) && place(target) > place(type)) {
                            violated(events, type, dependency.getDescription());
                        }
                    }
                }));
    }

    private static int place(JavaClass type) {
        var name = type.getPackageName().split("\\.", -1)[3];
        return ORDER.contains(name) ? ORDER.indexOf(name) : ORDER.indexOf("*");
    }

    private static ArchRule onlyOwnTypesInSignatures() {
        return classes()
                .that(resideInAnyPackage(LIBRARY))
                .and(describe("are visible outside", ArchitectureTest::isVisible))
                .should(condition(
                        "have only types of Java, JSpecify and their own in public signatures", (type, events) -> {
                            Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream())
                                    .filter(ArchitectureTest::isForeign)
                                    .forEach(foreign ->
                                            violated(events, type, type.getName() + " extends " + foreign.getName()));
                            for (var member : type.getMembers()) {
                                if (!isPublicOrProtected(member.getModifiers())) continue;
                                typesOf(member)
                                        .filter(ArchitectureTest::isForeign)
                                        .forEach(foreign -> violated(
                                                events, type, member.getFullName() + " names " + foreign.getName()));
                            }
                        }));
    }

    private static Stream<JavaClass> typesOf(JavaMember member) {
        if (member instanceof JavaField field) return field.getAllInvolvedRawTypes().stream();
        if (!(member instanceof JavaCodeUnit unit)) return Stream.empty();
        return Stream.of(
                        unit.getReturnType().getAllInvolvedRawTypes().stream(),
                        unit.getParameterTypes().stream().flatMap(t -> t.getAllInvolvedRawTypes().stream()),
                        unit.getExceptionTypes().stream(),
                        unit.getTypeParameters().stream().flatMap(t -> t.getAllInvolvedRawTypes().stream()))
                .flatMap(s -> s);
    }

    private static boolean isForeign(JavaClass type) {
        var base = type.getBaseComponentType();
        return !base.isPrimitive()
                && !resideInAnyPackage("java..", "org.dataassay..", "org.jspecify..")
                        .test(base);
    }

    private static boolean isVisible(JavaClass type) {
        return isPublicOrProtected(type.getModifiers())
                && type.getEnclosingClass().map(ArchitectureTest::isVisible).orElse(true);
    }

    private static boolean isPublicOrProtected(Set<JavaModifier> modifiers) {
        return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
    }

    private static ArchRule neverAccess(String what, Predicate<JavaAccess<?>> banned) {
        return classes()
                .that(resideInAnyPackage(LIBRARY))
                .should(condition(
                        "never use " + what,
                        (type, events) -> Stream.concat(
                                        type.getAccessesFromSelf().stream(),
                                        Stream.concat(
                                                type.getMethodReferencesFromSelf().stream(),
                                                type.getConstructorReferencesFromSelf().stream()))
                                .filter(banned)
                                .forEach(access -> violated(events, type, access.getDescription()))));
    }

    private static Predicate<JavaAccess<?>> isCall(Class<?> owner, String... names) {
        return isCall(owner, Set.of(names));
    }

    private static Predicate<JavaAccess<?>> isCall(Class<?> owner, Set<String> names) {
        return access -> access.getTargetOwner().isEquivalentTo(owner) && names.contains(access.getName());
    }

    private static boolean isConsole(JavaAccess<?> access) {
        return isCall(System.class, "out", "err", "in", "console").test(access);
    }

    private static boolean isClock(JavaAccess<?> access) {
        return access.getTargetOwner().getPackageName().equals("java.time")
                        && (access.getName().equals("now") || access.getName().startsWith("system"))
                        && !access.getName().equals("systemDefault")
                || isCall(System.class, "currentTimeMillis", "nanoTime").test(access)
                || isNew(access, "java.util.Date") && parameters(access) == 0;
    }

    private static boolean isUnseeded(JavaAccess<?> access) {
        return isCall(Math.class, "random").test(access)
                || isNew(access, "java.util.Random") && parameters(access) == 0
                || isNew(access, "java.util.SplittableRandom") && parameters(access) == 0
                || isNew(access, "java.security.SecureRandom")
                || isCall(java.util.concurrent.ThreadLocalRandom.class, "current")
                        .test(access)
                || isCall(java.util.UUID.class, "randomUUID").test(access)
                || isCall(java.util.Collections.class, "shuffle").test(access) && parameters(access) == 1;
    }

    private static boolean isDefault(JavaAccess<?> access) {
        return isCall(java.util.Locale.class, "getDefault").test(access)
                || isCall(java.nio.charset.Charset.class, "defaultCharset").test(access)
                || isCall(java.time.ZoneId.class, "systemDefault").test(access)
                || isCall(java.util.TimeZone.class, "getDefault").test(access)
                || isCall(String.class, "toLowerCase", "toUpperCase").test(access) && parameters(access) == 0
                || isCall(String.class, "formatted").test(access)
                || isCall(String.class, "format").test(access) && parameters(access) == 2;
    }

    private static boolean isNew(JavaAccess<?> access, String type) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                && target.getName().equals(JavaConstructor.CONSTRUCTOR_NAME)
                && target.getOwner().getName().equals(type);
    }

    private static int parameters(JavaAccess<?> access) {
        return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget target
                ? target.getRawParameterTypes().size()
                : -1;
    }

    private static ArchRule packagesAreNullMarked() {
        return classes()
                .that(resideInAPackage("org.dataassay..").and(describe("are top level", JavaClass::isTopLevelClass)))
                .should(condition("be in a package whose package-info has @NullMarked", (type, events) -> {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) violated(events, type, type.getName());
                }));
    }

    private static ArchRule evaluateIsNotOverridden() {
        return classes()
                .that()
                .areAssignableTo(ValuationMethod.class)
                .or()
                .areAssignableTo(FigureMethod.class)
                .and()
                .areNotAssignableFrom(ValuationMethod.class)
                .and()
                .areNotAssignableFrom(FigureMethod.class)
                .should(condition(
                        "leave evaluate as ValuationMethod and FigureMethod have it",
                        (type, events) -> type.getMethods().stream()
                                .filter(method -> method.getName().equals("evaluate")
                                        && method.getRawParameterTypes().size() == 2)
                                .forEach(method -> violated(events, type, method.getFullName()))));
    }

    private static ArchCondition<JavaClass> condition(
            String description, java.util.function.BiConsumer<JavaClass, ConditionEvents> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.accept(type, events);
            }
        };
    }

    private static void violated(ConditionEvents events, JavaClass type, String message) {
        events.add(SimpleConditionEvent.violated(type, message));
    }
}
