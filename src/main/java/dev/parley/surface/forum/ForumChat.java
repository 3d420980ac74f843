package dev.parley.surface.forum;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Json;
import dev.parley.kernel.Payloads;
import dev.parley.kernel.Refusal;
import dev.parley.realtime.Client;
import dev.parley.realtime.Dialect;
import dev.parley.realtime.Hub;
import dev.parley.surface.Refused;
import dev.parley.ws.Surface;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;

/** The socket about everything that is live: {@code /api/chat}. */
@ApplicationScoped
public class ForumChat implements Surface {

  @EJB Hub hub;
  @Inject Payloads payloads;
  @Inject Users users;
  @Inject Known known;
  @Inject Identity identity;
  @Inject PrivateTalks talks;

  private Dialect dialect;

  /**
   * What comes in. Who acts is whose socket it is; {@code sender} and {@code userid} may only say
   * the same.
   *
   * @param receiver the handle or the number of the other one
   * @param offset how many newer messages to pass over
   */
  public record Incoming(
      String type, String sender, Long userid, String receiver, Long offset, String content) {}

  private record ChatUsers(String type, List<ForumUser> users) {}

  private record Problem(String type, String value) {}

  @PostConstruct
  void start() {
    dialect = new ForumDialect(known);
  }

  @Override
  public boolean claims(String path, Map<String, List<String>> query) {
    return path.equals(ForumSocket.PATH);
  }

  @Override
  public Long admit(Caller caller, Map<String, List<String>> query) {
    return null;
  }

  @Override
  public Dialect dialect() {
    return dialect;
  }

  @Override
  public void received(Client client, String frame) {
    Incoming in = payloads.parse(frame, Incoming.class);
    Caller caller = client.caller();
    identity.require(caller, in);
    switch (in.type() == null ? "" : in.type()) {
      // Who is new is told when they are; their client only wants the list.
      case "signin", "getusers", "newuser" ->
          answer(client, new ChatUsers("chatusers", users.of(caller)));
      case "last10msg" ->
          answer(
              client, talks.history(client, in.receiver(), in.offset() == null ? 0 : in.offset()));
      case "newmessage" ->
          talks
              .send(client, in.receiver(), in.content())
              .whenComplete(
                  (receipt, problem) -> {
                    // Stored, it comes to its sender as to the other one.
                    if (problem != null) {
                      client.reply(refusal(Refused.of(problem)));
                    }
                  });
      case "leave" -> hub.leave(client);
      default -> throw Refusal.of(Code.UNKNOWN_TYPE, "there is no type of this name");
    }
  }

  private static void answer(Client client, Object answer) {
    client.reply(Json.MAPPER.writeValueAsString(answer));
  }

  @Override
  public String refusal(Refusal refusal) {
    return Json.MAPPER.writeValueAsString(new Problem("error", ForumErrors.words(refusal)));
  }
}
