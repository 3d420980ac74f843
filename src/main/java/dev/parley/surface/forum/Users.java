package dev.parley.surface.forum;

import dev.parley.kernel.Caller;
import dev.parley.overview.Correspondents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The people whom one can chat with. */
@ApplicationScoped
public class Users {

  @Inject Correspondents correspondents;
  @Inject Known known;

  /** All others: with whom one wrote last comes first, then by name. */
  List<ForumUser> of(Caller caller) {
    List<Correspondents.View> people = correspondents.list(caller);
    people.forEach(person -> known.note(caller, person));
    return people.stream().map(ForumUser::of).toList();
  }
}
