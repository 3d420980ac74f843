/**
 * Where the database is: an external PostgreSQL named by {@code DATABASE_URL}, or one that Parley
 * starts itself.
 *
 * <p>This package is packed into a jar of its own and lies in the server's library, not in the WAR,
 * because the server makes the data source before it starts the application.
 */
package dev.parley.database;
