package dev.parley.images;

import java.nio.ByteBuffer;
import java.util.List;

/**
 * What the container of a picture says, read without decoding anything.
 *
 * @param width as it is stored, before it is turned
 * @param largest the pixels of the largest thing in it that a decoder would make room for
 * @param orientation how it has to be turned to be seen upright: 1 to 8 as in EXIF
 * @param kept the file without what is not needed to show it
 */
record Container(int width, int height, long largest, int orientation, List<ByteBuffer> kept) {}
