/** Starting, stopping, and telling how it goes. */
package dev.parley.lifecycle;
