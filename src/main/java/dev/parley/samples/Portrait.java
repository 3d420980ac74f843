package dev.parley.samples;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.RoundRectangle2D;

/** The picture of one of the sample people, drawn of circles. */
final class Portrait {

  private static final int SIZE = 320;

  private Portrait() {}

  /** A square PNG. */
  static byte[] of(Resident.Look look) {
    return Canvas.png(SIZE, SIZE, g -> draw(g, look));
  }

  private static void draw(Graphics2D g, Resident.Look look) {
    g.setPaint(new GradientPaint(0, 0, look.back().brighter(), 0, SIZE, look.back()));
    g.fillRect(0, 0, SIZE, SIZE);
    g.setColor(look.hair());
    if (look.longHair()) {
      g.fill(new RoundRectangle2D.Double(88, 70, 144, 190, 130, 130));
    }
    g.setColor(look.shirt());
    g.fill(new Ellipse2D.Double(50, 232, 220, 190));
    g.setColor(look.skin().darker());
    g.fill(new RoundRectangle2D.Double(138, 196, 44, 62, 30, 30));
    g.setColor(look.skin());
    g.fill(new Ellipse2D.Double(102, 84, 116, 142));
    g.setColor(look.hair());
    g.fill(new Arc2D.Double(96, 68, 128, 120, 0, 180, Arc2D.CHORD));
    if (!look.longHair()) {
      g.fill(new Ellipse2D.Double(94, 104, 18, 44));
      g.fill(new Ellipse2D.Double(208, 104, 18, 44));
    }
    face(g);
  }

  private static void face(Graphics2D g) {
    g.setColor(new Color(0x2b2320));
    g.fill(new Ellipse2D.Double(132, 144, 13, 15));
    g.fill(new Ellipse2D.Double(175, 144, 13, 15));
    g.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    g.setColor(new Color(0xa8483f));
    g.draw(new Arc2D.Double(138, 166, 44, 30, 200, 140, Arc2D.OPEN));
  }
}
