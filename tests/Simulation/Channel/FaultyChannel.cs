using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using Simulation.Faults;
using Simulation.Instances;
using Simulation.Runs;

namespace Simulation.Channel;

/// <summary>The channel of one app instance. Each call waits in the scheduler and can fail.</summary>
sealed class FaultyChannel(World world, AppInstance instance) : IChannel
{
    public string Name => "Simulated";

    public bool ReportsMessages => true;

    public Capability CapabilityOf(ChannelAction action) => world.Plan.Setting.CapabilityOf(action);

    public Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken) =>
        instance.IsAlive
            ? world.Scheduler.WaitAsync(
                instance,
                $"channel {call.Action} {call.Key}",
                isWrite: true,
                fault => AnswerAsync(call, fault))
            : new TaskCompletionSource<ChannelReply>().Task;

    Task<ChannelReply> AnswerAsync(ChannelCall call, FaultKind fault)
    {
        if (fault is FaultKind.Unavailable) throw new HttpRequestException("The platform could not be reached.");
        var reply = world.SimulatedPlatform.Perform(call);
        return fault is FaultKind.AnswerLost or FaultKind.TimedOut
            ? throw new TimeoutException("The platform did not answer.")
            : Task.FromResult(reply);
    }
}
