/**
 * Runs the integration tests: a Liberty of the tests' own, started once, with one deployment that
 * all classes share.
 */
package dev.parley.harness;
