using Community.Messaging.Deliveries;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using FsCheck;
using FsCheck.Fluent;
using static Community.Tests.Pushes.Occurrences.SamplePush;

namespace Community.Tests.Pushes.Occurrences;

public class PushLifecycleTests
{
    static readonly Gen<PushCommand> Commands =
        from minutes in Gen.Choose(-120, 150)
        let at = Due.AddMinutes(minutes)
        from outcome in Gen.Elements(Enum.GetValues<DeliveryState>())
        from command in Gen.Elements<PushCommand>(
            new PushCommand.SetContent("tea-1"),
            new PushCommand.Postpone(at, PushGuard.Window),
            new PushCommand.SkipFor(new PushSkip(PushSkipCause.PlanChanged, null)),
            new PushCommand.Queue("delivery-1", at),
            new PushCommand.Queue("delivery-1", at),
            new PushCommand.RecordDelivery(outcome, at),
            new PushCommand.RecordDelivery(DeliveryState.AwaitingStaff, at),
            new PushCommand.Expire(at),
            new PushCommand.Hold(By, null, at),
            new PushCommand.Release(By, null, at),
            new PushCommand.Skip(By, null, at),
            new PushCommand.Confirm(By, null, at),
            new PushCommand.SendNow(By, null, at),
            new PushCommand.Move(By, null, at, at.AddMinutes(30)),
            new PushCommand.Replace(By, null, at, "tea-2"),
            new PushCommand.MarkRecalled(By, null, at, null))
        select command;

    // Later than all of them: the delivery comes back, and the time of the push is over.
    static readonly PushCommand[] ToTheEnd =
    [
        new PushCommand.RecordDelivery(DeliveryState.AwaitingStaff, Due.AddDays(1)),
        new PushCommand.Expire(Due.AddDays(1)),
    ];

    [Theory]
    [Seeds(1, 2, 3)]
    public void Push_reaches_exactly_one_end_and_keeps_it(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var (push, ends) = (Planned, 0);
            foreach (var command in commands.Concat(ToTheEnd))
            {
                var before = push;
                var events = PushRules.Decide(command, push);
                push = events.Aggregate(push, PushRules.Evolve);
                ends += events.Count(IsEnd);
                if (before.IsOver) Assert.Equal(before.State, push.State);
            }

            Assert.True(push.IsOver);
            Assert.Equal(1, ends);
        });

    [Theory]
    [Seeds(1, 2, 3)]
    public void Repeated_command_has_no_effect(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var push = Planned;
            foreach (var command in commands)
            {
                push = Apply(command, push);
                Assert.All(PushRules.Decide(command, push), happened => Assert.IsType<PushEvent.Refused>(happened));
            }
        });

    [Theory]
    [Seeds(1, 2, 3)]
    public void Identity_never_changes_and_only_what_was_queued_or_confirmed_is_sent(ulong seed) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            var push = commands.Aggregate(Planned, (before, command) => Apply(command, before));

            Assert.Equal((Planned.Id, Planned.PlannedAt), (push.Id, push.PlannedAt));
            Assert.Equal(push.State is PushState.Sent, push.SentAt is not null);
            Assert.Equal(push.State is PushState.Skipped, push.Skip is not null);
            var isConfirmed = push.Changes.Any(change => change.Action is PushAction.Confirm);
            if (push.State is PushState.Sent) Assert.True(push.DeliveryKey is not null || isConfirmed);
        });

    static Push Apply(PushCommand command, Push push) =>
        PushRules.Decide(command, push).Aggregate(push, PushRules.Evolve);

    static bool IsEnd(PushEvent happened) =>
        happened is PushEvent.Sent or PushEvent.Missed or PushEvent.Failed or PushEvent.Skipped;
}
