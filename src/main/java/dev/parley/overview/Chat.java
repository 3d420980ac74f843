package dev.parley.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.parley.conversations.Conversation;
import dev.parley.messages.Message;
import java.util.List;

/**
 * A conversation as it stands in somebody's list.
 *
 * @param unread the viewer's unread messages in it; {@code mentions} how many of them mention the
 *     viewer
 * @param lastMessage null when there is none
 * @param messages what the viewer may lack, by rising {@code seq}; absent when it was not asked for
 * @param reset true when {@code messages} are the newest ones instead of all that changed
 */
public record Chat(
    @JsonUnwrapped Conversation.View conversation,
    long unread,
    long mentions,
    Message.View lastMessage,
    @JsonInclude(JsonInclude.Include.NON_NULL) List<Message.View> messages,
    @JsonInclude(JsonInclude.Include.NON_NULL) Boolean reset) {}
