package dev.spillway.loss;

/**
 * What limits reading besides the pods.
 *
 * @param partitionPerSecond of one partition's pump; infinity where there is none
 * @param egressPerSecond of all partitions together; zero while nothing can be read
 */
record ReadLimits(double partitionPerSecond, double egressPerSecond) {}
