using System.Globalization;
using Simulation.Runs;
using Simulation.Senders;

namespace Simulation.Plans;

/// <summary>
/// A request that makes a thing, the first of <typeparamref name="TDeed"/>, or does something with it, until it is
/// answered.
/// </summary>
abstract record DeedCall<TDeed>(TimeSpan At, string Id, TDeed Deed, object Body) : SimulatedEvent(At)
    where TDeed : struct, Enum
{
    protected abstract string Thing { get; }

    protected abstract string Path { get; }

    /// <summary>The requests that the app answered with a success, with the instant.</summary>
    protected abstract IDictionary<(string Id, TDeed Deed), DateTimeOffset> DoneIn(World world);

    /// <summary>What is done by this request, under the id by which others need it.</summary>
    protected virtual (string Id, TDeed Deed) Does => (Id, Deed);

    /// <summary>What comes before it.</summary>
    protected virtual (string Id, TDeed Deed) Needs => (Id, default);

    public override async Task PlayEventAsync(World world)
    {
        var done = DoneIn(world);
        // What is done with a thing needs it, and its request may still be repeated.
        while (!Deed.Equals(default(TDeed)) && !done.ContainsKey(Needs))
            await world.Clock.DelayAsync(TimeSpan.FromMinutes(1));
        var answer = await world.Sender.SendUntilAcknowledgedAsync($"{this}", () => Sender.Create("POST", Path, Body));
        if (answer.IsSuccess) done[Does] = world.Clock.Now;
        else
            world.Violate(
                "the app accepts the operator's requests", $"{this} was answered {answer.Status}: {answer.Text}");
    }

    public sealed override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} {Thing} {Id}: {Deed}");
}
