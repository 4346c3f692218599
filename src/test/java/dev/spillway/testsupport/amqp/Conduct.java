package dev.spillway.testsupport.amqp;

import java.time.Duration;

/**
 * How the end point of a hub behaves.
 *
 * @param answerTime from a send to its answer
 * @param largestSendBytes what the link allows
 * @param port where it listens; zero is any that is free
 */
public record Conduct(Door door, Duration answerTime, long largestSendBytes, int port) {
    private static final long MEBIBYTE = 1 << 20;

    /** Answers at once, with the largest send of the Standard tier, on any port. */
    public static Conduct of(Door door) {
        return new Conduct(door, Duration.ZERO, MEBIBYTE, 0);
    }

    public Conduct withAnswerTime(Duration other) {
        return new Conduct(door, other, largestSendBytes, port);
    }

    public Conduct withLargestSend(long bytes) {
        return new Conduct(door, answerTime, bytes, port);
    }

    public Conduct onPort(int other) {
        return new Conduct(door, answerTime, largestSendBytes, other);
    }
}
