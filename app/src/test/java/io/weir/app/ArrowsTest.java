package io.weir.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which room may know which, where each foreign library lives, and what the deterministic rooms never call. */
final class ArrowsTest {
    private static final JavaClasses WEIR = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.weir");

    /** Only the core's {@code cluster} package may do what the rest of the core must not. */
    private static final DescribedPredicate<JavaClass> DETERMINISTIC = resideInAnyPackage(
                    "io.weir.core..", "io.weir.sor..")
            .and(not(resideInAPackage("io.weir.core.cluster..")))
            .as("deterministic classes");

    @Test
    void shouldSeeEveryRoom() {
        assertTrue(WEIR.contain(Main.class));
        assertTrue(WEIR.containPackage("io.weir.protocol.sbe"), "generated SBE codecs are on the classpath");
        assertTrue(WEIR.containPackage("io.weir.acceptor.codec"), "generated FIX codecs are on the classpath");
    }

    @ParameterizedTest(name = "{0} knows only {1}")
    @CsvSource({
        "protocol, ''",
        "config, ''",
        "simulator, ''",
        "sor, protocol",
        "core, sor protocol",
        "acceptor, protocol config",
        "venue, protocol config",
        "fix, venue protocol config",
        "rest, venue protocol config",
        "store, protocol config",
        "ops, store protocol config",
    })
    void shouldKnowOnlyTheRoomsBelow(final String room, final String below) {
        final String[] allowed = Stream.concat(Stream.of(room), Arrays.stream(below.split(" ")))
                .filter(name -> !name.isEmpty())
                .map(name -> "io.weir." + name + "..")
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage("io.weir." + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.weir..").and(not(resideInAnyPackage(allowed))))
                .allowEmptyShould(true)
                .check(WEIR);
    }

    @ParameterizedTest(name = "{0} lives in {1}")
    @CsvSource({
        "io.aeron, core.cluster",
        "quickfix, fix simulator",
        "uk.co.real_logic.artio, acceptor",
        "uk.co.real_logic.sbe, protocol.codec protocol.sbe",
        "io.weir.protocol.sbe, protocol.codec protocol.sbe",
        "java.sql, store",
        "javax.sql, store",
        "org.flywaydb, store",
        "com.zaxxer.hikari, store",
        "io.vertx, ops rest simulator",
        "io.micrometer, ops app",
        "picocli, app",
        "com.fasterxml.jackson.dataformat.yaml, config",
    })
    void shouldKeepAForeignLibraryInItsRoom(final String library, final String rooms) {
        final String[] homes = Arrays.stream(rooms.split(" "))
                .map(room -> "io.weir." + room + "..")
                .toArray(String[]::new);
        noClasses()
                .that(not(resideInAnyPackage(homes)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library + "..")
                .allowEmptyShould(true)
                .check(WEIR);
    }

    @Test
    void shouldKeepClocksAndChanceOutOfTheCore() {
        noClasses()
                .that(DETERMINISTIC)
                .should()
                .callMethodWhere(calls(System.class, "currentTimeMillis", "nanoTime", "getenv", "getProperty"))
                .orShould()
                .callMethodWhere(calls(Math.class, "random"))
                .orShould()
                .callMethodWhere(calls(UUID.class, "randomUUID"))
                .orShould()
                .callMethodWhere(calls(Instant.class, "now"))
                .orShould()
                .callMethodWhere(calls(LocalDate.class, "now"))
                .orShould()
                .callMethodWhere(calls(LocalDateTime.class, "now"))
                .orShould()
                .callMethodWhere(calls(ZonedDateTime.class, "now"))
                .orShould()
                .dependOnClassesThat(assignableTo(Clock.class).or(assignableTo(Random.class)))
                .allowEmptyShould(true)
                .check(WEIR);
    }

    @Test
    void shouldKeepThreadsFilesAndSocketsOutOfTheCore() {
        noClasses()
                .that(DETERMINISTIC)
                .should()
                .dependOnClassesThat(assignableTo(Thread.class)
                        .or(resideInAnyPackage("java.io..", "java.nio.file..", "java.nio.channels..", "java.net.."))
                        .or(resideInAPackage("java.util.concurrent..").and(not(equivalentTo(TimeUnit.class)))))
                .allowEmptyShould(true)
                .check(WEIR);
    }

    private static DescribedPredicate<JavaMethodCall> calls(final Class<?> owner, final String... methods) {
        return DescribedPredicate.describe(
                owner.getSimpleName() + "." + String.join(" or ", methods),
                call -> call.getTargetOwner().isEquivalentTo(owner)
                        && List.of(methods).contains(call.getTarget().getName()));
    }
}
