using Community.Groups;
using Community.Messaging.Channels;
using Community.Messaging.Deliveries;

namespace FunctionsApp.Messaging.Channels;

static class ChannelExtensions
{
    /// <summary>True when the channel sends the message now, whole and without a person.</summary>
    public static bool SendsAlone(this IChannel channel, NewDelivery message, Group group) =>
        channel.CapabilityOf(message.Action) is Capability.Automatic
        && group.TakesMessages
        && TextLimit.Fits(message.Text, TextLimit.RobotBytes);

    /// <summary>Who performs the actions on this platform, in the order of the arguments.</summary>
    public static IReadOnlyList<ChannelActionView> Describe(
        this IChannel channel, params IEnumerable<ChannelAction> actions) =>
        [.. actions.Select(action => ChannelActionView.From(action, channel.CapabilityOf(action)))];
}
