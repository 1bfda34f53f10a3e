using Community.Groups;
using Community.Messaging.Channels;
using Community.Pushes.Guards;
using Community.Pushes.Occurrences;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Pushes.Sending;

/// <summary>Counts the pushes that owners send by hand, where a person sends the messages to groups.</summary>
public sealed class OwnerTapService(OwnerTapStore taps, GroupStore groups, IChannel channel, BrandTime brandTime)
{
    /// <summary>True when a push costs a person a tap.</summary>
    public bool CostsTap => channel.CapabilityOf(ChannelAction.SendToGroup) is not Capability.Automatic;

    /// <summary>
    /// The taps of the group's owner by day, without those of a push; none for a group without an owner.
    /// </summary>
    public async Task<IReadOnlyDictionary<DateOnly, int>> CountAsync(
        Group group, DateTimeOffset from, DateTimeOffset to, string? exceptPushId) =>
        OwnerOf(group) is { } owner
            ? await taps.CountAsync(owner, brandTime.DayOf(from), brandTime.DayOf(to), exceptPushId)
            : new Dictionary<DateOnly, int>();

    /// <summary>
    /// Counts a push that is handed to its owner; a repeat counts once. False when the owner has no tap left on the day
    /// of the push, which counts only for a push that does not override it.
    /// </summary>
    public async Task<bool> TryAddAsync(Push push, Group group, PushLimits limits)
    {
        if (OwnerOf(group) is not { } owner) return true;
        var limit = push.Override?.Covers(PushGuard.OwnerTaps) is true ? int.MaxValue : limits.OwnerTapsPerDay;
        return await taps.TryAddAsync(owner, DayOf(push), push.Id, limit);
    }

    /// <summary>Gives the tap of an ended push back: one that was not sent cost nothing.</summary>
    public async Task ReturnAsync(Push push)
    {
        if (!CostsTap || push is { State: PushState.Sent } or { DeliveryKey: null }) return;
        if (await groups.FindAsync(push.GroupId) is { Value: var group }) await RemoveAsync(push, group);
    }

    /// <summary>Gives the tap of a push back that is not sent after all, if it was counted.</summary>
    public async Task RemoveAsync(Push push, Group group)
    {
        if (OwnerOf(group) is { } owner) await taps.RemoveAsync(owner, DayOf(push), push.Id);
    }

    string? OwnerOf(Group group) => CostsTap ? group.Owner : null;

    DateOnly DayOf(Push push) => brandTime.DayOf(push.NotBefore ?? push.DueAt);
}
