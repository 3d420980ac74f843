/** The web client's pages and what is kept of them. */
package dev.parley.pages;
