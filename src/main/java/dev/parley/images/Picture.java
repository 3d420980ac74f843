package dev.parley.images;

/**
 * A picture that was checked and cleaned.
 *
 * @param width as it is seen, upright
 * @param previewType the media type of its preview, or null when there is none
 */
public record Picture(ImageFormat format, int width, int height, String previewType) {}
