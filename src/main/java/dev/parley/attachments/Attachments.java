package dev.parley.attachments;

import java.util.*;

@jakarta.enterprise.context.ApplicationScoped
public class Attachments {
  public record Place(long conversationId, long seq) {}

  public List<Attachment.View> claimForMessage(long o, List<Long> ids, long c, long s) {
    throw dev.parley.kernel.Refusal.notFound("attachment");
  }

  public Map<Place, List<Attachment.View>> ofMessages(Collection<Place> p) {
    return Map.of();
  }

  public void release(long c, long s) {}
}
