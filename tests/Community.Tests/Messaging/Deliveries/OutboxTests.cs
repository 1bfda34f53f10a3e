using Community.Messaging.Deliveries;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Deliveries;

public class OutboxTests
{
    const int Workers = 3;

    static readonly Gen<Move> Moves =
        from worker in Gen.Choose(0, Workers) // the last is staff
        from crashes in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        from answer in Gen.Elements(Enum.GetValues<Answer>())
        from seconds in Gen.Frequency((4, Gen.Choose(0, 5)), (1, Gen.Choose(100, 200)))
        select new Move(worker, crashes, answer, seconds);

    [Theory]
    [Seeds(1, 20261120)]
    public void Channel_is_called_at_most_once_when_workers_interleave_and_crash(ulong seed) =>
        Property.CheckSequences(seed, Moves, moves => Assert.InRange(After(moves).ChannelCalls, 0, 1));

    [Theory]
    [Seeds(1, 20261120)]
    public void Message_that_the_channel_accepted_is_never_shown_as_unsent(ulong seed) =>
        Property.CheckSequences(seed, Moves, moves =>
        {
            var outbox = After(moves);

            Assert.True(
                !outbox.ChannelAccepted
                || outbox.Row.State is DeliveryState.Sending or DeliveryState.Sent or DeliveryState.Uncertain);
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Message_that_staff_sent_is_recorded_as_sent_even_before_the_handover_is_recorded(ulong seed) =>
        Property.CheckSequences(seed, Moves, moves =>
        {
            var outbox = After(moves);

            Assert.True(!outbox.SentByStaff || outbox.Row.State is DeliveryState.Sent, outbox.Row.ToString());
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Every_delivery_leaves_the_queue_when_workers_stop_crashing(ulong seed) =>
        Property.CheckSequences(seed, Moves, moves =>
        {
            var outbox = After(moves);
            var next = new Move(0, Crashes: false, Answer.Accepted, (int)DeliveryRules.AttemptTimeout.TotalSeconds);
            outbox.Step(next with { Crashes = true });
            for (var step = 0; step < 4; step++) outbox.Step(next);

            Assert.DoesNotContain(outbox.Row.State, new[] { DeliveryState.Queued, DeliveryState.Sending });
        });

    static OutboxModel After(IEnumerable<Move> moves)
    {
        var outbox = new OutboxModel(Workers);
        foreach (var move in moves) outbox.Step(move);
        return outbox;
    }
}
