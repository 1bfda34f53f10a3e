using Community.Messaging.Channels;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Messaging.WeCom.GroupSends;
using FunctionsApp.Messaging.WeCom.Welcomes;

namespace FunctionsApp.Messaging.WeCom;

/// <summary>
/// WeCom (企业微信): group sends and welcomes are prepared and confirmed by the owner of the group, members get no private
/// messages, and a person makes, opens and dissolves groups.
/// </summary>
public sealed class WeComChannel(GroupSendPreparation groupSends, WelcomePreparation welcomes) : IChannel
{
    /// <inheritdoc />
    public string Name => WeComSettings.ChannelName;

    /// <inheritdoc />
    public bool ReportsMessages => false;

    /// <inheritdoc />
    public Capability CapabilityOf(ChannelAction action) => WeComCapabilities.Of(action);

    /// <inheritdoc />
    public Task<ChannelReply> PerformAsync(ChannelCall call, CancellationToken cancellationToken) => call.Action switch
    {
        ChannelAction.SendToGroup => groupSends.PrepareAsync(call),
        ChannelAction.SetWelcome => welcomes.PrepareAsync(call),
        _ => Task.FromResult<ChannelReply>(new ChannelReply.ByHand("the platform has no interface for it")),
    };
}
