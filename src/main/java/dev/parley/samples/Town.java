package dev.parley.samples;

import dev.parley.accounts.Accounts;
import dev.parley.accounts.Logins;
import dev.parley.accounts.SessionCookie;
import dev.parley.attachments.Uploads;
import dev.parley.kernel.Caller;
import dev.parley.people.CloseFriends;
import dev.parley.people.Follows;
import dev.parley.people.Profile;
import dev.parley.people.Profiles;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;

/** The sample people and what they are to each other. Everybody is meant by their name. */
@Dependent
public class Town {

  private static final String DEVICE = "Sample data";

  @Inject Accounts accounts;
  @Inject Logins logins;
  @Inject Profiles profiles;
  @Inject Uploads uploads;
  @Inject Follows follows;
  @Inject CloseFriends closeFriends;

  private final Map<String, Caller> callers = new HashMap<>();

  /** Comes here, with a picture. */
  void arrives(Resident resident) {
    Logins.Opened opened =
        accounts.register(
            resident.name(),
            Resident.PASSWORD,
            resident.fullName(),
            resident.name() + Resident.MAIL,
            DEVICE);
    Caller caller = logins.find(opened.token(), SessionCookie.NAME).orElseThrow();
    callers.put(resident.name(), caller);
    profiles.update(
        caller,
        new Profiles.Update(
            null,
            Long.toString(uploads(resident.name(), "me.png", Portrait.of(resident.look()))),
            resident.firstName(),
            resident.lastName(),
            resident.born(),
            null,
            resident.about(),
            null));
  }

  /** Shows what they show to those who follow them. */
  void isPrivate(String name) {
    profiles.setType(caller(name), Profile.PRIVATE);
  }

  void follows(String name, String... others) {
    for (String other : others) {
      follows.follow(caller(name), id(other));
    }
  }

  void letsFollow(String name, String... others) {
    for (String other : others) {
      follows.accept(caller(name), id(other));
    }
  }

  void isCloseTo(String name, String... others) {
    for (String other : others) {
      closeFriends.add(caller(name), id(other));
    }
  }

  /** The number of a new upload. */
  long uploads(String name, String file, byte[] bytes) {
    return Long.parseLong(
        uploads.receive(caller(name), file, bytes.length, new ByteArrayInputStream(bytes)).id());
  }

  Caller caller(String name) {
    return callers.get(name);
  }

  long id(String name) {
    return caller(name).accountId();
  }

  /** Everybody goes home: whoever wants to be one of them logs in. */
  void sleeps() {
    callers.values().forEach(caller -> logins.end(caller, caller.loginId()));
  }
}
