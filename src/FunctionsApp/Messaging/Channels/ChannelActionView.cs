using Community.Messaging.Channels;
using Community.Platform.Texts;

namespace FunctionsApp.Messaging.Channels;

/// <summary>
/// An action of the channel and who performs it. <paramref name="Fallback"/> says what replaces an unavailable action,
/// <paramref name="Note"/> tells operators in Chinese what will happen.
/// </summary>
public sealed record ChannelActionView(
    ChannelAction Action, Capability Capability, ChannelFallback? Fallback, string Note)
{
    public static ChannelActionView From(ChannelAction action, Capability capability) => new(
        action,
        capability,
        capability is Capability.Unavailable ? ChannelFallbacks.Of(action) : null,
        Phrasebook.Chinese.Format($"channel.{action}.{capability}"));
}
