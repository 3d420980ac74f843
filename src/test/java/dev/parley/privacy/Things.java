package dev.parley.privacy;

import dev.parley.client.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/** What there is: made once for all who may not change it, and anew for each who may. */
final class Things {

  private record Key(Thing thing, Kind kind, Viewer owner) {}

  final Cast cast;
  final Secrets secrets;
  private final Written written;
  private final Gathered gathered;
  private final Asked asked;
  private final Map<Key, List<Target>> there = new ConcurrentHashMap<>();

  Things(Cast cast, Secrets secrets) {
    this.cast = cast;
    this.secrets = secrets;
    written = new Written(this);
    gathered = new Gathered(this);
    asked = new Asked(this);
    tellOfThemselves();
  }

  /** The things of a kind that are there for everybody who looks. */
  List<Target> there(Thing thing, Kind kind, Viewer viewer) {
    // Where one would use an upload is a place of one's own.
    boolean own = kind == Kind.OWN || thing == Thing.UPLOAD;
    Key key = new Key(thing, kind, own ? viewer : null);
    List<Target> known = there.get(key);
    if (known == null) {
      known = gathered.shared(thing, kind, viewer);
      if (known == null) {
        known = make(thing, kind, viewer, true);
      }
      there.put(key, known);
    }
    return known;
  }

  /** A thing of a kind that is there for this. */
  Target anew(Thing thing, Kind kind, Viewer viewer) {
    return kind == Kind.DELETED
        ? there(thing, kind, viewer).get(0)
        : make(thing, kind, viewer, false).get(0);
  }

  private List<Target> make(Thing thing, Kind kind, Viewer viewer, boolean all) {
    return switch (thing) {
      case POST, COMMENT, PICTURE ->
          all ? written.shared(thing, kind, viewer) : List.of(written.anew(thing, kind, viewer));
      case CHAT, MESSAGE, FILE, DRAFT, LINK, CODE, GROUP, EVENT ->
          List.of(gathered.make(thing, kind, viewer));
      case FOLLOW_QUESTION, JOIN_QUESTION, INVITATION, ASKER ->
          List.of(asked.make(thing, kind, viewer));
      case PERSON, ACCOUNT, PROFILE, ADDRESS, FAN ->
          List.of(Target.of(thing, (all ? owner(kind, viewer) : anew(kind, viewer)).id()));
      case SESSION ->
          List.of(
              Target.of(thing, kind == Kind.OWN ? cast.session(viewer) : Cast.current(cast.open)));
      case CATEGORY -> List.of(Target.of(thing, category()));
      case UPLOAD -> List.of(upload(kind, viewer));
      case AVATAR -> List.of(Target.of(thing, avatar(owner(kind, viewer))));
    };
  }

  /** By which one knows that a thing is shown. */
  String word(Thing thing, Kind kind, Viewer viewer) {
    return switch (thing) {
      case PERSON -> kind == Kind.DELETED ? cast.gone.name() : owner(kind, viewer).name();
      case FAN -> cast.fan.name();
      default -> secrets.word(thing, kind, viewer);
    };
  }

  /** Whose the things of a kind are. */
  Person owner(Kind kind, Viewer viewer) {
    return switch (kind) {
      case OWN -> cast.viewer(viewer);
      case PRIVATE -> cast.closed;
      default -> cast.open;
    };
  }

  private Person anew(Kind kind, Viewer viewer) {
    return kind == Kind.OWN
        ? cast.viewer(viewer)
        : kind == Kind.DELETED ? cast.gone : cast.another(viewer, kind == Kind.PRIVATE);
  }

  private String category() {
    return cast.viewer(Viewer.ADMINISTRATOR)
        .call("POST", "/categories", Map.of("name", dev.parley.client.Parley.unique("category")))
        .expect(201)
        .body()
        .path("id")
        .asString();
  }

  private Target upload(Kind kind, Viewer viewer) {
    Map<String, Object> own = new HashMap<>();
    own.put("chatID", there(Thing.CHAT, Kind.OWN, viewer).get(0).id());
    own.put("postID", there(Thing.POST, Kind.OWN, viewer).get(0).id());
    own.put("commentID", there(Thing.COMMENT, Kind.OWN, viewer).get(0).id());
    own.put("groupID", there(Thing.GROUP, Kind.OWN, viewer).get(0).id());
    return Target.of(
            Thing.UPLOAD, Written.picture(kind == Kind.OWN ? owner(kind, viewer) : cast.open))
        .with(own);
  }

  private String avatar(Person person) {
    JsonNode profile =
        person
            .call("PATCH", "/people/me", Map.of("pictureID", Written.picture(person)))
            .expect(200)
            .body();
    return Written.number(profile.path("picture"));
  }

  private void tellOfThemselves() {
    tells(cast.open, Kind.PUBLIC, null);
    tells(cast.closed, Kind.PRIVATE, null);
    tells(cast.gone, Kind.DELETED, null);
    Viewer.withSession().forEach(viewer -> tells(cast.viewer(viewer), Kind.OWN, viewer));
    there.put(
        new Key(Thing.AVATAR, Kind.DELETED, null),
        List.of(Target.of(Thing.AVATAR, avatar(cast.gone))));
    for (Thing thing : new Thing[] {Thing.PERSON, Thing.ACCOUNT}) {
      there.put(new Key(thing, Kind.DELETED, null), List.of(Target.of(thing, cast.gone.id())));
    }
    cast.gone.call("DELETE", "/accounts/me", Map.of()).expect(204);
  }

  private void tells(Person person, Kind kind, Viewer viewer) {
    cast.behind.tells(
        person,
        secrets.text(Thing.PROFILE, kind, viewer),
        secrets.word(Thing.ADDRESS, kind, viewer) + "@example.org");
  }
}
