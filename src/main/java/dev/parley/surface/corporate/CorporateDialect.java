package dev.parley.surface.corporate;

import dev.parley.kernel.Json;
import dev.parley.messages.Message;
import dev.parley.realtime.Dialect;
import dev.parley.realtime.Item;

/**
 * Messages, each as one bare object. An edited one comes again with its new text, a deleted one
 * without; of everything else that happens these clients hear nothing.
 */
final class CorporateDialect implements Dialect {

  @Override
  public String encode(Item item) {
    boolean told =
        item.data() instanceof Message.View view
            && ChatMessage.isWritten(view)
            && (item.type().equals("inputChatMessage")
                || item.type().equals("messageChanged")
                    && (view.deleted() || view.edited() != null));
    return told ? Json.MAPPER.writeValueAsString(ChatMessage.of((Message.View) item.data())) : null;
  }
}
