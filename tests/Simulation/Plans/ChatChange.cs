using System.Globalization;
using Simulation.Instances;
using Simulation.Runs;
using Simulation.WeCom;

namespace Simulation.Plans;

/// <summary>
/// A person joins or leaves a chat of WeCom, or changes the card name there. Who comes by a poster opens its page, and
/// scans the QR code there or, before there is one, takes the link of the group, which credits nobody. A callback tells
/// the change after <paramref name="CallbackDelay"/>, unless it is lost; a callback that is late tells everything that
/// waits.
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

    /// <summary>The inviter whose poster the person joins by; null without one.</summary>
    public string? Inviter { get; init; }

    /// <summary>The same change as a webhook call of the simulated channel.</summary>
    public static ChatChange From(ChannelWebhookCall call) =>
        new(call.At, call.Type, call.GroupId, call.MemberId!, call.Text, LeastDelay + call.Delay)
        {
            Inviter = call.Code,
        };

    public override async Task PlayEventAsync(World world)
    {
        var platform = world.WeCom!;
        switch (Type)
        {
            case "member.joined":
                await JoinAsync(world, platform);
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

    async Task JoinAsync(World world, WeComPlatform platform)
    {
        if (Inviter is not null && await FindQrCodeAsync(world, world.CodeOf(Inviter)) is { } qrCode)
            platform.Scan(GroupId, MemberId, qrCode);
        else
            platform.Join(GroupId, MemberId);
    }

    async Task<string?> FindQrCodeAsync(World world, string code)
    {
        var page = await world.Sender.TryAsync(
            $"a visit of {MemberId}", new ApiRequest("GET", $"/g/{code}", [], ("Accept", "application/json")));
        return page is { Status: 200 } ? page.Json.GetProperty("qrCodeUrl").GetString() : null;
    }
}
