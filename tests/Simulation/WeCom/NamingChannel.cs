using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.WeCom;

namespace Simulation.WeCom;

/// <summary>
/// The channel of the app. It tells the simulation which delivery a call is for, which the platform never learns.
/// </summary>
sealed class NamingChannel(WeComChannel channel, GroupSendRegistry sends) : IChannel
{
    public string Name => channel.Name;

    public bool ReportsMessages => channel.ReportsMessages;

    public Capability CapabilityOf(ChannelAction action) => channel.CapabilityOf(action);

    public Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken) =>
        sends.RunAsync(call.Key, () => channel.PerformAsync(call, cancellationToken));
}
