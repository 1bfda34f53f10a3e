using Community.Messaging.Deliveries;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Deliveries;

/// <summary>Properties of a delivery after any sequence of commands.</summary>
public class DeliveryLifecycleTests
{
    static readonly Gen<DateTimeOffset> Ats = Gen.Choose(0, 300).Select(second => Instants.Evening.AddSeconds(second));

    static readonly Gen<string> Owners = Gen.Elements("a", "b", "c");

    static readonly Gen<DeliveryCommand> Commands = Gen.Frequency(
        (4, Owners.Zip(Ats, DeliveryCommand (owner, at) => new DeliveryCommand.Begin(owner, at))),
        (2, Owners.Zip(Ats, DeliveryCommand (owner, at) => new DeliveryCommand.Accept(owner, $"msg-{owner}", at))),
        (1, Owners.Select(DeliveryCommand (owner) => new DeliveryCommand.Refuse(owner, "no"))),
        (1, Owners.Select(DeliveryCommand (owner) => new DeliveryCommand.LoseAnswer(owner))),
        (1, Owners.Select(DeliveryCommand (owner) => new DeliveryCommand.HandToStaff($"task-{owner}"))),
        (1, Ats.Select(DeliveryCommand (at) => new DeliveryCommand.ConfirmByStaff(at))),
        (1, Ats.Select(DeliveryCommand (at) => new DeliveryCommand.Postpone(at))),
        (1, Gen.Constant<DeliveryCommand>(new DeliveryCommand.Skip("left"))));

    [Theory]
    [Seeds(1, 20261120)]
    public void Delivery_begins_sending_at_most_once_and_is_sent_at_most_once(ulong seed) => Apply(seed, history =>
    {
        Assert.True(history.Count(step => step.Event is DeliveryEvent.SendingBegan) <= 1);
        Assert.True(history.Count(step => step.Event is DeliveryEvent.Sent) <= 1);
    });

    [Theory]
    [Seeds(1, 20261120)]
    public void Uncertain_or_handed_over_delivery_is_never_sent_again_automatically(ulong seed) =>
        Apply(seed, history => Assert.All(
            history.Where(step => step.Before.State is DeliveryState.Uncertain or DeliveryState.AwaitingStaff),
            step => Assert.True(
                step is { Command: DeliveryCommand.ConfirmByStaff, After.State: DeliveryState.Sent }
                    or { Command: DeliveryCommand.Skip, After.State: DeliveryState.Skipped },
                step.ToString())));

    [Theory]
    [Seeds(1, 20261120)]
    public void Sent_failed_or_skipped_delivery_does_not_change(ulong seed) =>
        Apply(seed, history => Assert.DoesNotContain(
            history,
            step => step.Before.State is DeliveryState.Sent or DeliveryState.Failed or DeliveryState.Skipped));

    [Theory]
    [Seeds(1, 20261120)]
    public void Another_attempt_makes_a_delivery_uncertain_only_after_the_patience_has_passed(ulong seed) =>
        Apply(seed, history => Assert.All(
            history.Where(step => step is { Command: DeliveryCommand.Begin, Event: DeliveryEvent.BecameUncertain }),
            step =>
            {
                var begin = (DeliveryCommand.Begin)step.Command;
                Assert.True(begin.At - step.Before.SendingAt >= DeliveryRules.AttemptTimeout, step.ToString());
            }));

    [Theory]
    [Seeds(1, 20261120)]
    public void Sending_never_begins_before_the_earliest_time(ulong seed) => Apply(seed, history => Assert.All(
        history.Where(step => step.Event is DeliveryEvent.SendingBegan),
        step => Assert.False(step.After.SendingAt < step.After.NotBefore, step.ToString())));

    [Theory]
    [Seeds(1, 20261120)]
    public void Repeated_command_has_no_effect(ulong seed) => Apply(seed, history => Assert.All(
        history,
        step => Assert.Empty(DeliveryRules.Decide(step.Command, step.After))));

    static void Apply(ulong seed, Action<IReadOnlyList<Step>> assert) =>
        Property.CheckSequences(seed, Commands, commands =>
        {
            List<Step> history = [];
            var delivery = SampleDelivery.QueuedDelivery;
            foreach (var command in commands)
            {
                foreach (var happened in DeliveryRules.Decide(command, delivery))
                {
                    var after = DeliveryRules.Evolve(delivery, happened);
                    history.Add(new Step(command, delivery, happened, after));
                    delivery = after;
                }
            }

            assert(history);
        });

    sealed record Step(DeliveryCommand Command, Delivery Before, DeliveryEvent Event, Delivery After);
}
