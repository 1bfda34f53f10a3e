using Community.Messaging.Deliveries;
using Community.Platform;
using FunctionsApp.Messaging.Deliveries;
using FunctionsApp.Messaging.WeCom.Calls;
using FunctionsApp.Messaging.WeCom.Chats;
using FunctionsApp.Messaging.WeCom.Client;
using FunctionsApp.Platform.DueWork;
using Microsoft.Extensions.Logging;

namespace FunctionsApp.Messaging.WeCom.GroupSends;

/// <summary>A page of the group sends that were made from an instant on; the first page has no cursor.</summary>
public sealed record GroupSendsWork(DateTimeOffset From, DateTimeOffset Until, string? Cursor)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "group-sends";
}

/// <summary>
/// Counts the group sends of others in the budgets of groups. Those of the app have their places there, so only those
/// that it did not make in the same period are looked at.
/// </summary>
public sealed class GroupSendReconciliation(
    WeComGroupSendClient platform,
    OwnGroupSends own,
    ChatStore chats,
    Ledger ledger,
    GroupSendRule rule,
    DueWorkScheduler scheduler,
    TimeProvider clock,
    ILogger<GroupSendReconciliation> log) : DueWorkHandler<GroupSendsWork>(GroupSendsWork.Kind)
{
    // The platform lists at most a month.
    static readonly TimeSpan MaxRange = TimeSpan.FromDays(30);

    // Owners take a while to confirm, also across the start of a period.
    static readonly TimeSpan ConfirmedWithin = TimeSpan.FromDays(2);

    /// <summary>Begins a pass over the group sends that may count in the present period.</summary>
    public Task StartAsync()
    {
        var now = clock.GetUtcNow();
        var days = TimeSpan.FromDays(1 + now.DateIn(rule.Zone).DayNumber - rule.PeriodAt(now).First.DayNumber);
        var range = days + ConfirmedWithin;
        var work = new GroupSendsWork(now - (range < MaxRange ? range : MaxRange), now, Cursor: null);
        return scheduler.ScheduleNowAsync(GroupSendsWork.Kind, [work]);
    }

    protected override async Task HandleAsync(GroupSendsWork work, DateTimeOffset at)
    {
        try
        {
            await CountPageAsync(work);
        }
        catch (PlatformUnavailableException)
        {
            // A repeat of every pass would ask a platform all the more that has just refused.
            log.LogInformation("The platform is away; group sends are counted again within an hour.");
        }
    }

    async Task CountPageAsync(GroupSendsWork work)
    {
        if (await platform.ListAsync(work.From, work.Until, work.Cursor)
            is not WeComReply<GroupSendPage>.Success { Value: var page })
            throw new PlatformUnavailableException("The platform did not list the group sends.");
        var made = await own.ReadAsync(page.GroupMsgList.Select(send => send.CreateTime));
        foreach (var send in page.GroupMsgList) await CountAsync(send, made);
        if (!string.IsNullOrEmpty(page.NextCursor))
            await scheduler.ScheduleNowAsync(GroupSendsWork.Kind, [work with { Cursor = page.NextCursor }]);
    }

    async Task CountAsync(GroupSendSummary send, IReadOnlyDictionary<string, DateTimeOffset> made)
    {
        var isOwn = made.TryGetValue(send.MessageId, out var madeAt);
        // It has a place in this period, whether it was sent or not.
        if (isOwn && rule.PeriodAt(madeAt) == rule.PeriodAt(clock.GetUtcNow())) return;
        await foreach (var sender in platform.AllTasksAsync(send.MessageId))
        {
            await foreach (var result in platform.AllResultsAsync(send.MessageId, sender.UserId))
            {
                var sentAt = result.SendTime ?? send.CreateTime;
                if (result.Status is not GroupSendStatus.Sent) continue;
                if (isOwn && rule.PeriodAt(madeAt) == rule.PeriodAt(sentAt)) continue;
                if (await chats.FindAsync(result.ChatId) is { GroupId: { } groupId })
                    await ledger.NoteGroupSendAsync(groupId, send.MessageId, rule.PeriodAt(sentAt));
            }
        }
    }
}
