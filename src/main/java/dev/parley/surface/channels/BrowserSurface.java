package dev.parley.surface.channels;

import dev.parley.kernel.Caller;
import dev.parley.kernel.Code;
import dev.parley.kernel.Json;
import dev.parley.kernel.Refusal;
import dev.parley.messages.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/** The sockets of the first browser client: {@code /ws?channelId=&userId=}. */
@ApplicationScoped
public class BrowserSurface extends ChannelSurface {

  private static final String EVENT = "message";

  /** The only type of message there is: a text. */
  private static final int TEXT = 1;

  /** What comes in. */
  public record In(String event, String senderId, String message) {}

  private record Out(
      String id,
      String event,
      UUID senderId,
      String username,
      int messageType,
      String message,
      Instant createdAt) {}

  private record Refused(String event, String message) {}

  @Override
  String path() {
    return "/ws";
  }

  @Override
  String self() {
    return "userId";
  }

  @Override
  Object shape(Message.View message, UUID senderId) {
    return new Out(
        message.id(),
        EVENT,
        senderId,
        message.userName(),
        TEXT,
        message.content(),
        message.dateCreate());
  }

  @Override
  String text(Caller caller, String frame) {
    In in = payloads.parse(frame, In.class);
    if (!EVENT.equals(in.event())) {
      throw Refusal.of(Code.UNKNOWN_TYPE, "event must be message");
    }
    if (in.senderId() != null) {
      channels.requireSelf(caller, in.senderId());
    }
    return in.message();
  }

  @Override
  public String refusal(Refusal refusal) {
    return Json.MAPPER.writeValueAsString(new Refused("error", words(refusal)));
  }
}
