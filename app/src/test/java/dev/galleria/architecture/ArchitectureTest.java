package dev.galleria.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.galleria.platform.DomainEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.RequestScoped;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

@AnalyzeClasses(
        packages = "dev.galleria",
        importOptions = {
            ImportOption.DoNotIncludeTests.class,
            ImportOption.DoNotIncludeJars.class,
            ArchitectureTest.OnlyTheApplication.class
        })
class ArchitectureTest {
    /** Before they are packed, the other modules are directories and would count as the application's own. */
    static final class OnlyTheApplication implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/ops/") && !location.contains("/themes/");
        }
    }

    /** Who may use whom, besides platform and tenancy. The map of the architecture; a change is a decision. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("tenancy", Set.of()),
            Map.entry("account", Set.of()),
            Map.entry("seller", Set.of("account")),
            Map.entry("catalog", Set.of("account", "seller")),
            Map.entry("pricing", Set.of("account", "catalog", "seller")),
            Map.entry("inventory", Set.of("account", "catalog", "seller")),
            Map.entry("shipping", Set.of("seller", "catalog")),
            Map.entry("search", Set.of("account", "catalog", "inventory", "pricing", "seller")),
            // The books lie under all that moves money, so that a fact and its posting are one transaction.
            Map.entry("ledger", Set.of("account", "seller")),
            Map.entry("payment", Set.of("account", "seller", "ledger")),
            Map.entry("cart", Set.of("account", "catalog", "pricing", "inventory", "seller")),
            Map.entry(
                    "order",
                    Set.of(
                            "account",
                            "seller",
                            "catalog",
                            "pricing",
                            "inventory",
                            "shipping",
                            "cart",
                            "payment",
                            "ledger")),
            // Asks every tenant's facts, by their views; nobody uses it.
            Map.entry("verification", Set.of("verify")),
            Map.entry("verify", Set.of()),
            Map.entry(
                    "notification", Set.of("account", "seller", "inventory", "payment", "order", "catalog", "pricing")),
            // Products in and out as files; nobody uses it.
            Map.entry("exchange", Set.of("account", "seller", "catalog", "pricing", "inventory")),
            // Fills marketplaces from files through everybody's boundary; nobody uses it.
            Map.entry(
                    "demo",
                    Set.of("account", "seller", "catalog", "pricing", "inventory", "shipping", "payment", "order")));

    @ArchTest
    static final ArchRule capabilitiesUseOnlyWhatTheMapAllows = classes()
            .that()
            .resideInAPackage("dev.galleria..")
            .should(new ArchCondition<>("use only allowed capabilities") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    var from = capability(type);
                    for (var dependency : type.getDirectDependenciesFromSelf()) {
                        var to = capability(dependency.getTargetClass());
                        if (to.isEmpty() || to.equals(from)) {
                            continue;
                        }
                        var common = to.equals("platform") || to.equals("tenancy") && !from.equals("platform");
                        if (!common && !MAY_USE.getOrDefault(from, Set.of()).contains(to)) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                        }
                    }
                }
            });

    @ArchTest
    static final ArchRule noCycles = SlicesRuleDefinition.slices()
            .matching("dev.galleria.(*)..")
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingCallsTheEdge = noClasses()
            .that(not(resideInAnyPackage("dev.galleria.*.web..", "dev.galleria.*.rest..")))
            .should()
            .dependOnClassesThat(resideInAnyPackage("dev.galleria.*.web..", "dev.galleria.*.rest.."));

    @ArchTest
    static final ArchRule facesStaysInWeb = noClasses()
            .that(not(resideInAnyPackage("dev.galleria.*.web..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.faces..", "org.primefaces..", "org.omnifaces..");

    @ArchTest
    static final ArchRule noDatabaseAtTheEdge = noClasses()
            .that(resideInAnyPackage("dev.galleria.*.web..", "dev.galleria.*.rest.."))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.persistence..", "jakarta.transaction..", "org.jdbi..", "java.sql..");

    @ArchTest
    static final ArchRule stripeStaysInItsAdapter = noClasses()
            .that(not(resideInAnyPackage("dev.galleria.payment.stripe..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.stripe..");

    @ArchTest
    static final ArchRule payPalStaysInItsAdapter = noClasses()
            .that(not(resideInAnyPackage("dev.galleria.payment.paypal..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.paypal..", "okhttp3..", "io.apimatic..");

    @ArchTest
    static final ArchRule objectStorageStaysInItsAdapter = noClasses()
            .that(not(resideInAnyPackage("dev.galleria.platform.blobs.s3..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon..");

    @ArchTest
    static final ArchRule hibernateStaysInSearch = noClasses()
            .that(not(resideInAnyPackage("dev.galleria.search..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.hibernate..");

    @ArchTest
    static final ArchRule clusterAndJobsStayInPlatform = noClasses()
            .that(not(resideInAnyPackage("dev.galleria.platform..")))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.hazelcast..", "org.jobrunr..", "io.github.bucket4j..");

    @ArchTest
    static final ArchRule entitiesArePackagePrivate =
            classes().that().areAnnotatedWith(Entity.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule eventsAreRecords =
            classes().that().implement(DomainEvent.class).should().beRecords();

    @ArchTest
    static final ArchRule noFloatingPoint = noFields()
            .that()
            .areDeclaredInClassesThat(not(resideInAnyPackage("dev.galleria.catalog.studio..")))
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class);

    @ArchTest
    static final ArchRule onlyTenancyRemembersTheTenant = fields().that()
            .haveRawType(ThreadLocal.class)
            .should()
            .beDeclaredInClassesThat()
            .resideInAPackage("dev.galleria.tenancy");

    @ArchTest
    static final ArchRule timeComesFromAClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now");

    @ArchTest
    static final ArchRule namesSayWhatAThingIs = noClasses()
            .should()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Utils")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("DTO");

    @ArchTest
    static final ArchRule noStandardStreams = GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    /** What is injected is a proxy, whose own fields stay null. */
    @ArchTest
    static final ArchRule nobodyReachesIntoABeansFields = classes()
            .that()
            .resideInAPackage("dev.galleria..")
            .should(new ArchCondition<>("read no field of another bean") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    for (var access : type.getFieldAccessesFromSelf()) {
                        var owner = access.getTargetOwner();
                        boolean constant = access.getTarget()
                                .resolveMember()
                                .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
                                .isPresent();
                        if (scoped(owner) && !constant && !outermost(type).equals(outermost(owner))) {
                            events.add(SimpleConditionEvent.violated(type, access.getDescription()));
                        }
                    }
                }
            });

    /** Without a transaction the entity manager belongs to the thread; closed by an outage, it would stay closed there. */
    @ArchTest
    static final ArchRule entitiesAreReadInTransactions = noMethods()
            .that(new DescribedPredicate<>("may run without a transaction") {
                @Override
                public boolean test(JavaMethod method) {
                    return method.tryGetAnnotationOfType(Transactional.class)
                            .filter(one -> WITHOUT.contains(one.value()))
                            .isPresent();
                }
            })
            .should(new ArchCondition<>("call the entity manager") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    for (var call : method.getMethodCallsFromSelf()) {
                        boolean entities = call.getTargetOwner().isEquivalentTo(EntityManager.class);
                        events.add(new SimpleConditionEvent(method, entities, call.getDescription()));
                    }
                }
            });

    private static final Set<Transactional.TxType> WITHOUT =
            EnumSet.of(Transactional.TxType.SUPPORTS, Transactional.TxType.NOT_SUPPORTED, Transactional.TxType.NEVER);

    private static boolean scoped(JavaClass type) {
        return type.isAnnotatedWith(ApplicationScoped.class) || type.isAnnotatedWith(RequestScoped.class);
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
    }

    private static String capability(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith("dev.galleria.")) {
            return "";
        }
        var rest = name.substring("dev.galleria.".length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }
}
