using System.Globalization;
using Simulation.Runs;

namespace Simulation.Plans;

/// <summary>
/// A person joins or leaves a chat of WeCom, or changes the card name there. A callback tells it after
/// <paramref name="CallbackDelay"/>, unless it is lost; a callback that is late tells everything that waits.
/// </summary>
sealed record ChatChange(
    TimeSpan At,
    string Type,
    string GroupId,
    string MemberId,
    string? Name,
    TimeSpan CallbackDelay) : SimulatedEvent(At)
{
    static readonly TimeSpan LeastDelay = TimeSpan.FromSeconds(1);

    /// <summary>The same change as a webhook call of the simulated channel.</summary>
    public static ChatChange From(ChannelWebhookCall call) =>
        new(call.At, call.Type, call.GroupId, call.MemberId!, call.Text, LeastDelay + call.Delay);

    public override async Task PlayEventAsync(World world)
    {
        var platform = world.WeCom!;
        switch (Type)
        {
            case "member.joined":
                platform.Join(GroupId, MemberId);
                break;
            case "member.left":
                platform.Leave(GroupId, MemberId);
                break;
            default:
                platform.Rename(GroupId, MemberId, Name!);
                break;
        }

        await world.Clock.DelayAsync(CallbackDelay);
        await platform.DeliverCallbacksAsync();
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{At:d\\.hh\\:mm\\:ss} {Type} {GroupId} {MemberId} in the chat");
}
