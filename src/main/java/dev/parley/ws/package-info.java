/** The native WebSocket: handshake, frames, and the way from a frame to the command it names. */
package dev.parley.ws;
