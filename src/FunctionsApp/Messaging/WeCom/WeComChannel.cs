using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;

namespace FunctionsApp.Messaging.WeCom;

/// <summary>WeCom as far as the app does nothing there by itself: a person performs every action.</summary>
public sealed class WeComChannel : IChannel
{
    /// <inheritdoc />
    public Capability CapabilityOf(ChannelAction action) => Capability.Manual;

    /// <inheritdoc />
    public Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken) =>
        Task.FromResult<ChannelReply>(new ChannelReply.Refused("A person performs the actions on WeCom."));
}
