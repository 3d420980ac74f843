/**
 * What all of REST has in common: the application, JSON, errors, guards. The resources lie with
 * their features.
 */
package dev.parley.rest;
