using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using Simulation.Faults;
using Simulation.Lives;
using Simulation.Runs;

namespace Simulation.Channel;

/// <summary>One life's way to the platform.</summary>
sealed class WitnessedChannel(World world, AppInstance life) : IChannel
{
    public Capability CapabilityOf(ChannelAction action) => world.Plan.Setting.CapabilityOf(action);

    public Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken) => life.IsAlive
        ? world.Crossings.WaitAsync(life, $"channel {call.Action} {call.Key}", isWrite: true, fault => AnswerAsync(call, fault))
        : new TaskCompletionSource<ChannelReply>().Task;

    Task<ChannelReply> AnswerAsync(ChannelCall call, FaultKind fault)
    {
        if (fault is FaultKind.Unavailable) throw new HttpRequestException("The platform could not be reached.");
        var reply = world.Platform.Perform(call);
        return fault is FaultKind.AnswerLost or FaultKind.TimedOut ? throw new TimeoutException("The platform did not answer.") : Task.FromResult(reply);
    }
}
