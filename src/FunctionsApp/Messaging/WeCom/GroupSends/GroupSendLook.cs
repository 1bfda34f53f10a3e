using Community.Messaging.Channels.WeCom;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Messaging.WeCom.GroupSends;

/// <summary>
/// A look at whether the owner has confirmed a group send, which was asked for at <paramref name="AskedAt"/>.
/// </summary>
public sealed record GroupSendLook(
    string GroupId, string DeliveryKey, string ChatId, string OwnerId, string MessageId, DateTimeOffset AskedAt)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "group-send-look";

    /// <summary>Schedules the next look, unless the group send is too old.</summary>
    public async Task ScheduleNextAsync(DueWorkScheduler scheduler, DateTimeOffset now)
    {
        if (GroupSendLookRules.NextAfter(now - AskedAt) is { } wait)
            await scheduler.ScheduleAsync(Kind, now + wait, this);
    }
}
