/**
 * Finding messages and posts by their words, and people, conversations and groups by their names.
 *
 * <p>The index runs behind the messages: storing one only notes that its conversation changed, and
 * {@link dev.parley.search.Indexing} reads soon after what is new, edited or deleted since the
 * {@code ev} up to which the conversation is indexed. What is noted may get lost: all conversations
 * are compared with the index now and then, and at the start.
 *
 * <p>Posts are indexed in the transaction that writes them. Which of them somebody finds is said by
 * the view of visible posts, as everywhere.
 *
 * <p>{@link dev.parley.search.Words} cuts a text into words, {@link dev.parley.search.WordForms}
 * finds their forms in English, Russian and Ukrainian. What is written and what is looked for go
 * the same way, so they meet in any form that they share.
 */
package dev.parley.search;
