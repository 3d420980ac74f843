/** Tests that run inside of the server, where they can ask the services themselves. */
package dev.parley.incontainer;
