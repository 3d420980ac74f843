/**
 * Files that people upload: for their messages, and as pictures of themselves or of conversations.
 *
 * <p>An upload belongs to its owner alone until it is claimed; then whoever sees what it was
 * claimed for may fetch it, and when that goes, so do the bytes. They lie in an {@link
 * dev.parley.attachments.AttachmentStore}: the database, or a directory. Nothing here ever holds a
 * whole file in memory, and no database connection waits for a slow client.
 */
package dev.parley.attachments;
