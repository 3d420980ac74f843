/**
 * The corporate messenger: its addresses, words and shapes over Parley's services. Ids are numbers
 * here, refusals are plain text.
 */
package dev.parley.surface.corporate;
