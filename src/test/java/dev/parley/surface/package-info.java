/** What must hold for every operation, whichever feature it belongs to. */
package dev.parley.surface;
