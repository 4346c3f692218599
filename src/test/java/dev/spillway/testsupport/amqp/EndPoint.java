package dev.spillway.testsupport.amqp;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.qpid.proton.amqp.Symbol;
import org.apache.qpid.proton.amqp.UnsignedLong;
import org.apache.qpid.proton.amqp.messaging.Accepted;
import org.apache.qpid.proton.amqp.messaging.Rejected;
import org.apache.qpid.proton.amqp.transport.DeliveryState;
import org.apache.qpid.proton.amqp.transport.ErrorCondition;
import org.apache.qpid.proton.engine.BaseHandler;
import org.apache.qpid.proton.engine.Delivery;
import org.apache.qpid.proton.engine.Event;
import org.apache.qpid.proton.engine.Link;
import org.apache.qpid.proton.engine.Receiver;
import org.apache.qpid.proton.engine.Sender;
import org.apache.qpid.proton.message.Message;

/** Answers every link of every connection; runs on the thread of its reactor alone. */
final class EndPoint extends BaseHandler {
    /** What the real service grants a sender at once. */
    private static final int CREDIT = 300;

    private static final String TOKENS = "$cbs";
    private static final String QUESTIONS = "$management";
    private static final Pattern PARTITION = Pattern.compile("[^/]+/Partitions/(\\d+)");

    private final List<PartitionLog> partitions;
    private final Conduct conduct;
    private final Clock clock;
    private final Answers answers;
    private final OpenLinks links = new OpenLinks();
    private volatile Tally tally = Tally.NOTHING;
    private int turn;
    private long tag;

    EndPoint(String hub, List<PartitionLog> partitions, Conduct conduct, Clock clock) {
        this.partitions = partitions;
        this.conduct = conduct;
        this.clock = clock;
        this.answers = new Answers(hub, partitions);
    }

    Tally tally() {
        return tally;
    }

    @Override
    public void onConnectionRemoteOpen(Event event) {
        event.getConnection().setContainer("spillway-stand-in");
        event.getConnection().open();
    }

    @Override
    public void onSessionRemoteOpen(Event event) {
        event.getSession().open();
    }

    @Override
    public void onLinkRemoteOpen(Event event) {
        Link link = event.getLink();
        link.setSource(link.getRemoteSource());
        link.setTarget(link.getRemoteTarget());
        link.setSenderSettleMode(link.getRemoteSenderSettleMode());
        link.setReceiverSettleMode(link.getRemoteReceiverSettleMode());
        if (link instanceof Receiver receiver) {
            receiver.setMaxMessageSize(UnsignedLong.valueOf(conduct.largestSendBytes()));
            receiver.open();
            receiver.flow(CREDIT);
            return;
        }
        Sender sender = (Sender) link;
        sender.open();
        String from = sender.getRemoteSource().getAddress();
        if (from.equals(TOKENS) || from.equals(QUESTIONS)) {
            links.addAnswers(sender.getRemoteTarget().getAddress(), sender);
            return;
        }
        Reader.of(sender, from, partitions)
                .ifPresentOrElse(links::add, () -> refuse(sender, "amqp:not-found", "no such address: " + from));
    }

    @Override
    public void onLinkRemoteClose(Event event) {
        forget(event.getLink());
        event.getLink().close();
    }

    @Override
    public void onLinkRemoteDetach(Event event) {
        forget(event.getLink());
        event.getLink().detach();
    }

    @Override
    public void onLinkFinal(Event event) {
        forget(event.getLink());
    }

    @Override
    public void onSessionRemoteClose(Event event) {
        event.getSession().close();
    }

    @Override
    public void onConnectionRemoteClose(Event event) {
        event.getConnection().close();
    }

    @Override
    public void onLinkFlow(Event event) {
        pump();
    }

    @Override
    public void onDelivery(Event event) {
        Delivery delivery = event.getDelivery();
        if (!(delivery.getLink() instanceof Receiver link)) {
            if (delivery.remotelySettled()) {
                delivery.settle();
            }
            return;
        }
        if (!delivery.isReadable() || delivery.isPartial()) {
            return;
        }
        byte[] bytes = Wire.take(link, delivery);
        link.advance();
        String address = link.getRemoteTarget().getAddress();
        if (address.equals(TOKENS) || address.equals(QUESTIONS)) {
            Message request = Wire.message(bytes);
            settle(link, delivery, Accepted.getInstance());
            Message answer = address.equals(TOKENS) ? answers.toToken(request) : answers.toQuestion(request);
            links.answersTo(request.getReplyTo()).ifPresent(back -> Wire.send(back, answer, tag++));
            return;
        }
        DeliveryState verdict = judge(address, Wire.events(bytes, delivery.getMessageFormat()));
        answerLater(event, link, delivery, verdict);
    }

    private DeliveryState judge(String address, List<Message> events) {
        if (!conduct.door().letsIn(events.size())) {
            tally = tally.refused(events.size());
            Rejected busy = new Rejected();
            busy.setError(new ErrorCondition(
                    Symbol.valueOf("com.microsoft:server-busy"),
                    "The request was terminated because the namespace is being throttled. Error code : 50002."));
            return busy;
        }
        tally = tally.letIn(events.size());
        PartitionLog log = partitions.get(partition(address).orElseGet(() -> turn++ % partitions.size()));
        events.forEach(message -> log.append(message, clock.instant()));
        pump();
        return Accepted.getInstance();
    }

    private void answerLater(Event event, Receiver link, Delivery delivery, DeliveryState verdict) {
        if (conduct.answerTime().isZero()) {
            settle(link, delivery, verdict);
            return;
        }
        event.getReactor().schedule((int) conduct.answerTime().toMillis(), new BaseHandler() {
            @Override
            public void onTimerTask(Event due) {
                settle(link, delivery, verdict);
            }
        });
    }

    private static void settle(Receiver link, Delivery delivery, DeliveryState verdict) {
        delivery.disposition(verdict);
        delivery.settle();
        link.flow(1);
    }

    private void pump() {
        for (Reader reader : links.readers()) {
            tag = reader.pump(tag);
        }
    }

    private void forget(Link link) {
        if (link instanceof Sender sender) {
            links.remove(sender);
        }
    }

    private static Optional<Integer> partition(String address) {
        Matcher matcher = PARTITION.matcher(address);
        return matcher.matches() ? Optional.of(Integer.valueOf(matcher.group(1))) : Optional.empty();
    }

    private static void refuse(Link link, String condition, String why) {
        link.setCondition(new ErrorCondition(Symbol.valueOf(condition), why));
        link.close();
    }
}
