using Community.Acquisition.Posters;
using Community.Groups;
using Community.Messaging.Channels.WeCom;
using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Acquisition.JoinWays;

/// <summary>
/// The join ways of codes, which the platform makes while nobody waits: one exists only for a code whose page was
/// opened, because the corporation has a limited number of them. Does nothing on channels without join ways.
/// </summary>
public sealed class JoinWayService(
    IEnumerable<JoinWayStore> stores, DueWorkScheduler scheduler, TimeProvider clock)
{
    // Null where the app runs on another channel.
    readonly JoinWayStore? store = stores.SingleOrDefault();

    /// <summary>
    /// The QR code that leads into the group and credits the code. <paramref name="isVisit"/> asks for one where there
    /// is none.
    /// </summary>
    public async Task<CodeImage> FindQrCodeAsync(JoinCode code, Group group, bool isVisit)
    {
        if (store is null || group.ChannelGroupId is not { } chatId) return CodeImage.None;
        var way = await store.FindAsync(code.Code);
        if (way is not null && JoinWayRules.QrCodeFor(way, chatId) is { } qrCode) return new CodeImage(qrCode);
        if (isVisit && await TryAskAsync(way, code) is { } asked)
        {
            await scheduler.ScheduleNowAsync(JoinWayWork.Kind, [new JoinWayWork(code.Code)]);
            way = asked;
        }

        return new CodeImage(Url: null, way is not null && JoinWayRules.IsExpected(way, clock.GetUtcNow()));
    }

    /// <summary>Brings the join ways of the campaign to its groups, or deletes them when it is over.</summary>
    public Task FollowAsync(string campaignId) => store is null
        ? Task.CompletedTask
        : scheduler.ScheduleNowAsync(JoinWayPass.Kind, [new JoinWayPass(campaignId, After: null, Left: int.MaxValue)]);

    /// <summary>Begins the hourly pass over all join ways, where the last one ended.</summary>
    public async Task StartPassAsync()
    {
        if (store is null) return;
        var pass = new JoinWayPass(CampaignId: null, await store.PositionAsync(), JoinWayPass.HourlyBudget);
        await scheduler.ScheduleNowAsync(JoinWayPass.Kind, [pass]);
    }

    // One of the visitors who come together asks; null for the others.
    async Task<CodeJoinWay?> TryAskAsync(CodeJoinWay? way, JoinCode code)
    {
        var now = clock.GetUtcNow();
        if (way is not null)
        {
            return JoinWayRules.Ask(way, now) is null
                ? null
                : await store!.RecordAsync(code.Code, known => JoinWayRules.Ask(known, now));
        }

        var added = new CodeJoinWay(code.Code, code.CampaignId);
        added = JoinWayRules.Evolve(added, JoinWayRules.Ask(added, now)!);
        return await store!.TryAddAsync(added) ? added : null;
    }
}

/// <summary>
/// The address of the platform's QR code, null where there is none; <paramref name="IsExpected"/> when it will be there
/// in seconds.
/// </summary>
public sealed record CodeImage(string? Url, bool IsExpected = false)
{
    public static CodeImage None { get; } = new(Url: null);
}
