/** The people one can find and write to. */
package dev.parley.people;
