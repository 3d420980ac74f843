/**
 * Who sees and may do what, as tables: every operation, by everybody whom there can be, to every
 * kind of thing. The tables are in {@code src/test/resources/privacy}, a file a feature.
 */
package dev.parley.privacy;
