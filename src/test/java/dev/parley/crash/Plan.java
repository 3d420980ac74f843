package dev.parley.crash;

import java.util.List;

/**
 * What a trial does.
 *
 * @param rounds how often the installation is disturbed
 * @param clients how many people write
 * @param conversations how many groups, of all of them, they write to
 * @param disturbances what is done to the installation, in turn
 */
record Plan(int rounds, int clients, int conversations, List<Disturbance> disturbances) {}
