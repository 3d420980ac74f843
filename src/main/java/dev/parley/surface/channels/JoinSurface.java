package dev.parley.surface.channels;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Json;
import dev.parley.kernel.Refusal;
import dev.parley.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The sockets of the system's own design: {@code /ws/join_channel?channelId=&clientId=}. */
@ApplicationScoped
public class JoinSurface extends ChannelSurface {

  static final String PATH = "/ws/join_channel";
  private static final String TYPE = "message";

  /** What comes in. */
  public record In(String type, String message) {}

  private record Out(
      String type, String message, String id, UUID senderId, String username, Instant createdAt) {}

  private record Refused(String type, String message) {}

  @Override
  String path() {
    return PATH;
  }

  @Override
  String self() {
    return "clientId";
  }

  @Override
  Object shape(Message.View message, UUID senderId) {
    return new Out(
        TYPE, message.content(), message.id(), senderId, message.userName(), message.dateCreate());
  }

  @Override
  String text(Caller caller, String frame) {
    In in = payloads.parse(frame, In.class);
    if (!TYPE.equals(in.type())) {
      throw Refusal.of(Code.UNKNOWN_TYPE, "type must be message");
    }
    return in.message();
  }

  @Override
  public String refusal(Refusal refusal) {
    return Json.MAPPER.writeValueAsString(new Refused("error", words(refusal)));
  }
}
