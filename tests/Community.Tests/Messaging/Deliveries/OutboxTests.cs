using Community.Messaging.Deliveries;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Deliveries;

public class OutboxTests
{
    const int Workers = 3;

    static readonly Gen<Move> Steps =
        from worker in Gen.Choose(0, Workers) // the last is the person
        from crashes in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from answer in Gen.Elements(Enum.GetValues<Answer>())
        from seconds in Gen.Frequency((4, Gen.Choose(0, 5)), (1, Gen.Choose(100, 200)))
        select new Move(worker, crashes, answer, seconds);

    [Theory]
    [Seeds(1, 20261120)]
    public void However_workers_interleave_and_die_the_channel_is_asked_at_most_once(ulong seed) =>
        Property.CheckSequences(seed, Steps, moves => Assert.InRange(After(moves).ChannelCalls, 0, 1));

    [Theory]
    [Seeds(1, 20261120)]
    public void What_the_channel_took_is_never_shown_as_unsent(ulong seed) => Property.CheckSequences(seed, Steps, moves =>
    {
        var outbox = After(moves);

        Assert.True(!outbox.ChannelAccepted || outbox.Row.State is DeliveryState.Sending or DeliveryState.Sent or DeliveryState.Uncertain);
    });

    [Theory]
    [Seeds(1, 20261120)]
    public void What_a_person_sent_is_sent_however_early_they_say_so(ulong seed) => Property.CheckSequences(seed, Steps, moves =>
    {
        var outbox = After(moves);

        Assert.True(!outbox.PersonSentIt || outbox.Row.State is DeliveryState.Sent, outbox.Row.ToString());
    });

    [Theory]
    [Seeds(1, 20261120)]
    public void Once_workers_stop_dying_every_delivery_leaves_the_machine(ulong seed) => Property.CheckSequences(seed, Steps, moves =>
    {
        var outbox = After(moves);
        var calm = new Move(0, Crashes: false, Answer.Takes, (int)DeliveryRules.AttemptTimeout.TotalSeconds);
        outbox.Step(calm with { Crashes = true });
        for (var step = 0; step < 4; step++) outbox.Step(calm);

        Assert.DoesNotContain(outbox.Row.State, new[] { DeliveryState.Queued, DeliveryState.Sending });
    });

    static OutboxModel After(IEnumerable<Move> moves)
    {
        var outbox = new OutboxModel(Workers);
        foreach (var move in moves) outbox.Step(move);
        return outbox;
    }
}
