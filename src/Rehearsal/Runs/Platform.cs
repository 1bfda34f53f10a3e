using Community.Messaging.Channels;
using FunctionsApp.Messaging.Channels;
using Rehearsal.Hosting;
using Rehearsal.Plans;

namespace Rehearsal.Runs;

/// <summary>
/// Takes what the app asks of the platform to the members: at once where the platform does it by itself, and once a
/// person has confirmed it elsewhere.
/// </summary>
sealed class Platform(RehearsalWorld world, Audience audience)
{
    static readonly TimeSpan Callback = TimeSpan.FromSeconds(1);

    readonly Dictionary<string, string> joinUrls = world.Plans.Groups
        .Where(group => group.JoinUrl is { Length: > 0 })
        .GroupBy(group => group.JoinUrl!, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().Id!, StringComparer.Ordinal);

    /// <summary>The platform performed the call, or prepared it for a person.</summary>
    public void Take(ChannelCall call)
    {
        if (world.Channel.CapabilityOf(call.Action) is Capability.Automatic)
            Perform(call.Action, call.Key, call.GroupId, call.MemberId, call.Text, taskId: null);
    }

    /// <summary>Something happened on the platform, by a person when there is a task.</summary>
    public void Perform(
        ChannelAction action, string key, string groupId, string? memberId, string text, string? taskId)
    {
        world.Record.Actions.Add(new RunAction(world.Clock.Now, action, key, groupId, memberId, text, taskId));
        switch (action)
        {
            case ChannelAction.CreateGroup or ChannelAction.OpenJoinCode:
                joinUrls[RehearsalChannel.JoinUrlOf(groupId)] = groupId;
                break;
            case ChannelAction.SendToMember when memberId is not null:
                audience.Hear(NumberOf(memberId), key, text, url => joinUrls.GetValueOrDefault(url));
                break;
            case ChannelAction.SendToGroup:
                world.At(world.Clock.Now, () => HearAsync(key, groupId, text));
                break;
            case ChannelAction.DissolveGroup:
                world.At(world.Clock.Now + Callback, () => DissolveAsync(groupId));
                break;
        }
    }

    async Task HearAsync(string key, string groupId, string text)
    {
        var origin = MessageOrigin.Of(key, groupId, world.Plans);
        audience.Hear(origin.PushId is null ? origin : await NameAsync(origin), groupId, text);
    }

    // The item of a push is known to the app alone, because it may be drawn when the push is sent.
    async Task<MessageOrigin> NameAsync(MessageOrigin origin)
    {
        var push = await world.App.GetAsync($"/api/pushes/{Uri.EscapeDataString(origin.PushId!)}");
        var item = world.Plans.FindContent(push.GetProperty("contentId").GetString());
        return origin with
        {
            Id = push.GetProperty("planId").GetString()!,
            IsPromotion = item?.Kind == "Promotion",
            Product = item?.Product?.Name ?? origin.Product,
            PriceMinor = item?.Product?.PriceMinor,
        };
    }

    async Task DissolveAsync(string groupId)
    {
        world.Crowd.Clear(groupId);
        await world.TellAsync(Webhooks.ChannelPath, "group.dissolved", _ => Webhooks.ChannelBody(
            "group.dissolved",
            world.Clock.Now,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["groupId"] = groupId }));
    }

    static int NumberOf(string memberId) => People.PersonName.NumberOf(memberId);
}
