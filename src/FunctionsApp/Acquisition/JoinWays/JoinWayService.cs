using Community.Acquisition.Posters;
using Community.Groups;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Groups;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Acquisition.JoinWays;

/// <summary>
/// The join ways of codes, which the platform makes while nobody waits: one exists only for a code whose page was
/// opened, because the corporation has a limited number of them. Does nothing on channels without join ways.
/// </summary>
public sealed class JoinWayService(
    IEnumerable<JoinWayStore> stores, GroupStore groups, DueWorkScheduler scheduler, TimeProvider clock)
{
    // Null where the app runs on another channel.
    readonly JoinWayStore? store = stores.SingleOrDefault();

    /// <summary>
    /// The address of the image that leads into the group and credits the code; null while there is none.
    /// <paramref name="isVisit"/> asks for one then, which a later visit finds.
    /// </summary>
    public async Task<string?> FindQrCodeAsync(JoinCode code, Group group, bool isVisit)
    {
        if (store is null || group.ChannelGroupId is not { } chatId) return null;
        var way = await store.FindAsync(code.Code);
        if (way is not null && JoinWayRules.QrCodeFor(way, chatId) is { } qrCode) return qrCode;
        if (isVisit && await TryAskAsync(way, code))
            await scheduler.ScheduleNowAsync(JoinWayWork.Kind, [new JoinWayWork(code.Code)]);
        return null;
    }

    /// <summary>Brings the join ways of the campaign to its groups, or deletes them when it is over.</summary>
    public Task FollowAsync(string campaignId) => store is null
        ? Task.CompletedTask
        : scheduler.ScheduleNowAsync(JoinWayPass.Kind, [new JoinWayPass(campaignId, After: null, Left: int.MaxValue)]);

    /// <summary>Brings the join ways of the campaigns that fill the group to their groups.</summary>
    public async Task FollowGroupAsync(string groupId)
    {
        if (store is null) return;
        foreach (var campaignId in await groups.CampaignsAsync(groupId)) await FollowAsync(campaignId);
    }

    /// <summary>Begins the hourly pass over all join ways, where the last one ended.</summary>
    public async Task StartPassAsync()
    {
        if (store is null) return;
        var pass = new JoinWayPass(CampaignId: null, await store.PositionAsync(), JoinWayPass.HourlyBudget);
        await scheduler.ScheduleNowAsync(JoinWayPass.Kind, [pass]);
    }

    // One of the visitors who come together asks.
    async Task<bool> TryAskAsync(CodeJoinWay? way, JoinCode code)
    {
        var now = clock.GetUtcNow();
        if (way is not null)
        {
            return JoinWayRules.Ask(way, now) is not null
                && await store!.RecordAsync(code.Code, known => JoinWayRules.Ask(known, now)) is not null;
        }

        var added = new CodeJoinWay(code.Code, code.CampaignId);
        return await store!.TryAddAsync(JoinWayRules.Evolve(added, JoinWayRules.Ask(added, now)!));
    }
}
