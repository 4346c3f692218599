package dev.spillway.testsupport.amqp;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.qpid.proton.Proton;
import org.apache.qpid.proton.amqp.Binary;
import org.apache.qpid.proton.amqp.messaging.Data;
import org.apache.qpid.proton.codec.AMQPDefinedTypes;
import org.apache.qpid.proton.codec.DecoderImpl;
import org.apache.qpid.proton.codec.EncoderImpl;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;

/** Messages as bytes and back; a batch of Event Hubs is a message whose data sections are messages. */
final class Wire {
    private static final int BATCH_FORMAT = 0x80013700;
    private static final int ROOM = 512;

    private Wire() {}

    /** Takes a whole delivery off its link. */
    static byte[] take(Receiver link, Delivery delivery) {
        byte[] bytes = new byte[delivery.pending()];
        int read = link.recv(bytes, 0, bytes.length);
        if (read != bytes.length) {
            throw new IllegalStateException("read " + read + " of " + bytes.length + " bytes");
        }
        return bytes;
    }

    static Message message(byte[] bytes) {
        Message message = Proton.message();
        message.decode(bytes, 0, bytes.length);
        return message;
    }

    /** The events of one send. */
    static List<Message> events(byte[] bytes, int format) {
        if (format != BATCH_FORMAT) {
            return List.of(message(bytes));
        }
        DecoderImpl decoder = new DecoderImpl();
        AMQPDefinedTypes.registerAllTypes(decoder, new EncoderImpl(decoder));
        ByteBuffer left = ByteBuffer.wrap(bytes);
        decoder.setByteBuffer(left);
        List<Message> events = new ArrayList<>();
        while (left.hasRemaining()) {
            if (decoder.readObject() instanceof Data data) {
                Binary event = data.getValue();
                Message message = Proton.message();
                message.decode(event.getArray(), event.getArrayOffset(), event.getLength());
                events.add(message);
            }
        }
        return events;
    }

    /** Sends on a link that has credit. */
    static void send(Sender link, Message message, long tag) {
        byte[] bytes = new byte[ROOM];
        int length = -1;
        while (length < 0) {
            try {
                length = message.encode(bytes, 0, bytes.length);
            } catch (java.nio.BufferOverflowException tooSmall) {
                bytes = new byte[bytes.length * 4];
            }
        }
        link.delivery(Long.toString(tag).getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        link.send(bytes, 0, length);
        link.advance();
    }
}
