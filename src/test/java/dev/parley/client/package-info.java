/** The words in which the tests speak: people who register, connect, send and receive. */
package dev.parley.client;
