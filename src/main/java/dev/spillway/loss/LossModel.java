package dev.spillway.loss;

/** STUB: the closed form of a rectangular burst. */
public final class LossModel {
    private LossModel() {}

    public static LossForecast forecast(PipelineFigures figures) {
        double window = figures.senders().stream()
                .mapToDouble(sender -> sender.window().guaranteedSeconds())
                .min()
                .orElse(0);
        double lost = Math.max(0, figures.excess() - window * figures.capacity());
        return new LossForecast(
                figures.senders().stream()
                        .mapToDouble(sender -> sender.load().offeredEvents())
                        .sum(),
                lost,
                new LossForecast.LossCauses(lost),
                window,
                new LossForecast.Range(lost, lost, figures.excess()));
    }
}
