/** The web client's pages: one document for all addresses, and the headers that keep it safe. */
package dev.parley.pages;
