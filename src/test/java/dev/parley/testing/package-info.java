/**
 * What the programs that try Parley from outside share: starting a built server, its embedded
 * database, accounts and conversations over REST. Nothing here knows the server's classes; it could
 * run against any installation.
 */
package dev.parley.testing;
