package dev.spillway.loss;

/** How long one send lives under a retry policy, in seconds: at least, in the usual case, and at most. */
record RetrySchedule(double guaranteedSeconds, double nominalSeconds, double longestSeconds) {}
