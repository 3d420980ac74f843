package dev.parley;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.parley.realtime.Push;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.persistence.Entity;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;

/** What may know what. */
@AnalyzeClasses(packages = "dev.parley", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] SURROUNDINGS = {
    "dev.parley.realtime..",
    "dev.parley.ws..",
    "dev.parley.rest..",
    "dev.parley.surface..",
    "dev.parley.pages..",
    "dev.parley.lifecycle.."
  };

  private static final String[] FEATURES = {
    "dev.parley.accounts..",
    "dev.parley.images..",
    "dev.parley.attachments..",
    "dev.parley.people..",
    "dev.parley.conversations..",
    "dev.parley.messages..",
    "dev.parley.groups..",
    "dev.parley.notifications..",
    "dev.parley.posts..",
    "dev.parley.search..",
    "dev.parley.overview..",
    "dev.parley.samples.."
  };

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.parley.(*)..").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule featuresKnowNothingOfSocketsAndSurfaces =
      noClasses()
          .that()
          .resideInAnyPackage(FEATURES)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(SURROUNDINGS);

  @ArchTest
  static final ArchRule theKernelKnowsNoFeature =
      noClasses()
          .that()
          .resideInAPackage("dev.parley.kernel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(FEATURES);

  @ArchTest
  static final ArchRule webSocketsHaveTheirHomes =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.parley.ws..", "dev.parley.realtime..", "dev.parley.surface..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.websocket..");

  @ArchTest
  static final ArchRule restLivesInResourcesAndItsOwnPackage =
      noClasses()
          .that()
          .resideOutsideOfPackages("dev.parley.rest..", "dev.parley.surface..")
          .and()
          .haveSimpleNameNotEndingWith("Resource")
          .and()
          .doNotHaveSimpleName("SessionResponses")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.ws.rs..");

  @ArchTest
  static final ArchRule surfacesHoldNoEntityManager =
      noClasses()
          .that()
          .resideInAnyPackage(SURROUNDINGS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("jakarta.persistence..");

  @ArchTest
  static final ArchRule resourcesReturnNoEntities =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .areAnnotatedWith(Path.class)
          .should(returnAnEntity());

  @ArchTest
  static final ArchRule onlyPushObservesAfterTheCommit =
      noMethods()
          .that()
          .areDeclaredInClassesThat()
          .areNotAssignableTo(Push.class)
          .should(observeAfterTheCommit());

  @ArchTest
  static final ArchRule nothingIsCalledImplOrHelper =
      classes().should().haveNameNotMatching(".*(Impl|Manager|Utils?|Helper|Dto)$");

  private static ArchCondition<JavaMethod> returnAnEntity() {
    return new ArchCondition<>("return an entity") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        boolean entity = method.getRawReturnType().isAnnotatedWith(Entity.class);
        events.add(new SimpleConditionEvent(method, entity, method.getFullName()));
      }
    };
  }

  private static ArchCondition<JavaMethod> observeAfterTheCommit() {
    return new ArchCondition<>("observe after the commit") {
      @Override
      public void check(JavaMethod method, ConditionEvents events) {
        Method reflected = method.reflect();
        boolean observes =
            Arrays.stream(reflected.getParameters())
                .map(ArchitectureTest::phase)
                .anyMatch(phase -> phase == TransactionPhase.AFTER_SUCCESS);
        events.add(new SimpleConditionEvent(method, observes, method.getFullName()));
      }
    };
  }

  private static TransactionPhase phase(Parameter parameter) {
    Observes observes = parameter.getAnnotation(Observes.class);
    return observes == null ? null : observes.during();
  }
}
