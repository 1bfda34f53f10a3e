using Community.Acquisition.Campaigns;
using Community.Groups;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.Messaging.Channels;
using FunctionsApp.Platform.DueWork;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.JoinWays;

/// <summary>Asks that the join way of a code is made, led to other groups or deleted, where that is due.</summary>
public sealed record JoinWayWork(string Code)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "join-way";
}

/// <summary>
/// Does what is due about the join way of a code. The row is taken first, so that two instances never make two.
/// </summary>
public sealed class JoinWayHandler(
    JoinWayStore store,
    JoinWayCalls calls,
    CampaignStore campaigns,
    GroupStore groups,
    ScanEntry scanEntry,
    IdSource ids,
    DueWorkScheduler scheduler,
    TimeProvider clock) : DueWorkHandler<JoinWayWork>(JoinWayWork.Kind)
{
    protected override async Task HandleAsync(JoinWayWork work, DateTimeOffset at)
    {
        if (await store.FindAsync(work.Code) is not { } known) return;
        var campaign = (await campaigns.FindAsync(known.CampaignId))?.Value;
        var chats = campaign is null ? [] : await ChatsAsync(campaign);
        var (name, holder) = (campaign?.Name ?? "", ids.NewId());
        JoinWayStep step = new JoinWayStep.Leave();
        var taken = await store.RecordAsync(work.Code, way =>
        {
            step = JoinWayRules.Decide(way, name, chats);
            return step is JoinWayStep.Leave ? null : JoinWayRules.Take(way, holder, step, clock.GetUtcNow());
        });
        if (taken is not null) await calls.PerformAsync(taken, step);
        else if (step is not JoinWayStep.Leave && known.Holder is not null)
            await scheduler.ScheduleAsync(JoinWayWork.Kind, known.IdleUntil, work);
    }

    // No chat of a campaign that is over takes people by its codes.
    async Task<IReadOnlyList<JoinWayChat>> ChatsAsync(Campaign campaign)
    {
        if (campaign.StateAt(clock.GetUtcNow()) >= CampaignState.Closed) return [];
        List<JoinWayChat> chats = [];
        foreach (var id in campaign.GroupIdsFromLive())
        {
            if (await groups.FindAsync(id) is { Value: { ChannelGroupId: { } chatId } group })
                chats.Add(new JoinWayChat(chatId, EntryOf(group)));
        }

        return chats;
    }

    ChatEntry EntryOf(Group group)
    {
        if (group.State >= GroupState.Closed) return ChatEntry.Over;
        return scanEntry.IsOpen(group) ? ChatEntry.Open : ChatEntry.Full;
    }
}
