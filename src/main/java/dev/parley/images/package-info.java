/**
 * Pictures from strangers: telling what they are by their content, how large they are before
 * anything decodes them, and taking out what they say about their maker.
 *
 * <p>A picture is cleaned without being compressed again: its container is taken apart and only the
 * parts that are needed to show it are kept. That it can be decoded is proved by making a preview
 * of what was kept.
 */
package dev.parley.images;
