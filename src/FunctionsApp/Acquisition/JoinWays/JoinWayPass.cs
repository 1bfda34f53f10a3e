using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Acquisition.JoinWays;

/// <summary>
/// A page of a pass over the join ways of one campaign, or of all (null), after a key of their list.
/// <paramref name="Left"/> is how many it may still look at.
/// </summary>
public sealed record JoinWayPass(string? CampaignId, string? After, int Left)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "join-way-pass";

    /// <summary>How many join ways an hourly pass looks at; the next one goes on there.</summary>
    public const int HourlyBudget = 20_000;
}

/// <summary>Takes one page of a pass, and spreads the pages so that calls stay below the platform's limit.</summary>
public sealed class JoinWayPassHandler(JoinWayStore store, DueWorkScheduler scheduler, TimeProvider clock)
    : DueWorkHandler<JoinWayPass>(JoinWayPass.Kind)
{
    const int PageSize = 100;

    static readonly TimeSpan PageInterval = TimeSpan.FromSeconds(5);

    protected override async Task HandleAsync(JoinWayPass pass, DateTimeOffset at)
    {
        var page = await store.CodesAfterAsync(pass.CampaignId, pass.After, PageSize);
        await scheduler.ScheduleNowAsync(JoinWayWork.Kind, page.Select(way => new JoinWayWork(way.Code)));
        var last = page.Count < PageSize ? null : page[^1].Key;
        var next = pass with { After = last, Left = pass.Left - page.Count };
        if (last is not null && next.Left > 0)
            await scheduler.ScheduleAsync(JoinWayPass.Kind, clock.GetUtcNow() + PageInterval, next);
        else if (pass.CampaignId is null)
            await store.SavePositionAsync(last);
    }
}
