/**
 * The other systems' ways of talking to Parley, one package each. They translate and hold no rule.
 *
 * <p>Here lies what they share: {@link dev.parley.surface.RootPaths} says which root path belongs
 * to whom, {@link dev.parley.surface.SurfaceFilter} leads requests there, {@link
 * dev.parley.surface.Cors} lets web pages of other origins in. Each surface is a JAX-RS application
 * under {@code /surface/<name>}.
 */
package dev.parley.surface;
