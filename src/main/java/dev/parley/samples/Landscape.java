package dev.parley.samples;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.util.Random;

/** Pictures for posts and messages. */
enum Landscape {
  RIDGE(0x5b7fd6, 0xf6c9a0, 0xfff2d0),
  LAKE(0x8fc7e8, 0xf3f0dc, 0xfff7c2),
  NIGHT(0x0c1230, 0x2f3a6e, 0xf5f3e0),
  FOREST(0xbfe0d0, 0xf4f4e4, 0xffe9a8),
  BOARD(0xd9b382, 0x8a5a33, 0);

  private static final int WIDTH = 960;
  private static final int HEIGHT = 600;

  private final Color top;
  private final Color bottom;
  private final Color light;

  Landscape(int top, int bottom, int light) {
    this.top = new Color(top);
    this.bottom = new Color(bottom);
    this.light = new Color(light);
  }

  /** A PNG. */
  byte[] png() {
    return Canvas.png(WIDTH, HEIGHT, this::draw);
  }

  private void draw(Graphics2D g) {
    g.setPaint(new GradientPaint(0, 0, top, 0, HEIGHT, bottom));
    g.fillRect(0, 0, WIDTH, HEIGHT);
    Random chance = new Random(ordinal()); // The same picture each time.
    switch (this) {
      case RIDGE -> {
        disc(g, 700, 150, 90);
        mountains(g, new Color(0x6a6fa8), 170, 400);
        mountains(g, new Color(0x4c5490), 260, 330);
        mountains(g, new Color(0x2d3560), 430, 260);
      }
      case LAKE -> {
        disc(g, 180, 110, 80);
        mountains(g, new Color(0x7d9bb5), 210, 420);
        g.setPaint(new GradientPaint(0, 400, new Color(0x4f8fb0), 0, HEIGHT, new Color(0x1f4e6b)));
        g.fillRect(0, 400, WIDTH, HEIGHT - 400);
        g.setColor(new Color(255, 255, 255, 70));
        for (int i = 0; i < 40; i++) {
          int width = 30 + chance.nextInt(120);
          g.fillRoundRect(chance.nextInt(WIDTH), 410 + chance.nextInt(180), width, 3, 3, 3);
        }
      }
      case NIGHT -> {
        disc(g, 740, 100, 70);
        g.setColor(Color.WHITE);
        for (int i = 0; i < 160; i++) {
          int size = 1 + chance.nextInt(3);
          g.fillOval(chance.nextInt(WIDTH), chance.nextInt(420), size, size);
        }
        mountains(g, new Color(0x05081a), 470, 300);
      }
      case FOREST -> {
        disc(g, 600, 90, 100);
        for (int row = 0; row < 4; row++) {
          trees(g, chance, new Color(0x8cc3a1 - row * 0x1c2a20), 250 + row * 90, 120 + row * 40);
        }
      }
      case BOARD -> board(g);
    }
  }

  private void disc(Graphics2D g, int x, int y, int size) {
    g.setColor(light);
    g.fillOval(x, y, size, size);
  }

  private static void mountains(Graphics2D g, Color color, int top, int width) {
    g.setColor(color);
    for (int x = -width / 2, i = 0; x < WIDTH; x += width * 3 / 4, i++) {
      int peak = top + i % 3 * 50;
      g.fillPolygon(new int[] {x, x + width / 2, x + width}, new int[] {HEIGHT, peak, HEIGHT}, 3);
    }
  }

  private static void trees(Graphics2D g, Random chance, Color color, int ground, int height) {
    g.setColor(color);
    for (int x = -30; x < WIDTH; x += height / 2) {
      int top = ground - chance.nextInt(60);
      g.fillPolygon(
          new int[] {x, x + height / 4, x + height / 2},
          new int[] {top + height, top, top + height},
          3);
    }
    g.fillRect(0, ground + height - 20, WIDTH, HEIGHT);
  }

  private static void board(Graphics2D g) {
    int field = HEIGHT / 8;
    int left = (WIDTH - HEIGHT) / 2;
    for (int x = 0; x < 8; x++) {
      for (int y = 0; y < 8; y++) {
        g.setColor((x + y) % 2 == 0 ? new Color(0xf0e0c0) : new Color(0x7a5230));
        g.fillRect(left + x * field, y * field, field, field);
      }
    }
    int[][] men = {{0, 4}, {0, 2}, {1, 5}, {4, 3}, {6, 6}, {7, 1}};
    for (int i = 0; i < men.length; i++) {
      g.setColor(i % 2 == 0 ? Color.WHITE : new Color(0x1c1512));
      int x = left + men[i][0] * field;
      int y = men[i][1] * field;
      g.fillOval(x + 24, y + 10, 27, 27);
      g.fillPolygon(new int[] {x + 14, x + 37, x + 61}, new int[] {y + 66, y + 24, y + 66}, 3);
    }
  }
}
