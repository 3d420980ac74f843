/** What one person sees of everything, in one answer: the way in for every client. */
package dev.parley.overview;
