/** What people see: tests of the web client in a real Chromium. */
package dev.parley.browser;
