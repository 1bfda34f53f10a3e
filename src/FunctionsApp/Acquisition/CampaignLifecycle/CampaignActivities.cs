using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Credits;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Platform.Durable;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>The instants of a campaign, as the operator wants them now.</summary>
public sealed record CampaignSchedule(DateTimeOffset OpensAt, DateTimeOffset ClosesAt, DateTimeOffset GraceEndsAt, int TermsRevision, bool IsCancelled)
{
    /// <summary>The last step: grace periods run out.</summary>
    public const string Grace = "awaiting-grace";

    /// <summary>What comes next after this instant.</summary>
    public (string Step, DateTimeOffset Until) Next(DateTimeOffset now) =>
        IsCancelled || now >= ClosesAt ? (Grace, GraceEndsAt) : now < OpensAt ? ("awaiting-opening", OpensAt) : ("open", ClosesAt);
}

/// <summary>A campaign at its sequence's own instant.</summary>
public sealed record StopCampaignInput(CampaignReference Target, DateTimeOffset At);

/// <summary>A campaign's report, at the instant it is settled.</summary>
public sealed record SettleCampaignInput(CampaignReference Target, CampaignReport Report, DateTimeOffset At);

/// <summary>
/// A walk over everyone's books: where it stands (null: at its start, or its end) and what it has summed up. One that <paramref name="Settles"/>
/// closes them.
/// </summary>
public sealed record CampaignSweep(CampaignReference Target, DateTimeOffset At, string? Position, CampaignReport SoFar, bool Settles = false);

/// <summary>What a campaign's sequence reads and does.</summary>
public sealed class CampaignActivities(CampaignStore campaigns, StandingStore standings, InvitationCrediting crediting)
{
    const int PageSize = 100;

    /// <summary>The campaign's instants.</summary>
    [Function(nameof(ReadCampaign))]
    public async Task<CampaignSchedule> ReadCampaign([ActivityTrigger] CampaignReference reference)
    {
        var campaign = (await campaigns.FindAsync(reference.CampaignId))!.Value;
        return new(campaign.OpensAt, campaign.ClosesAt, campaign.GraceEndsAt, campaign.TermsRevision, campaign.CancelledAt is not null);
    }

    /// <summary>The operator cancelled the sequence: the campaign is stopped at this instant.</summary>
    [Function(nameof(StopCampaign))]
    public Task StopCampaign([ActivityTrigger] StopCampaignInput input) => campaigns.DecideAsync(input.Target.CampaignId, new CampaignCommand.Cancel(input.At));

    /// <summary>Looks at some more books again.</summary>
    [Function(nameof(SweepCampaign))]
    public async Task<CampaignSweep> SweepCampaign([ActivityTrigger] CampaignSweep sweep, [DurableClient] DurableTaskClient durable)
    {
        var campaign = (await campaigns.FindAsync(sweep.Target.CampaignId))!.Value;
        var page = await standings.SweepAsync(campaign.Id, PageSize, SweepPosition.Read(sweep.Position));
        var results = await Task.WhenAll(page.Items.Select(standing => ReconsiderAsync(campaign, standing.MemberId, sweep)));
        await durable.PerformAsync(results.SelectMany(result => result.Actions));
        var totals = results.Select(result => result.Totals).OfType<SettledTotals>();
        return sweep with { Position = page.Continuation, SoFar = totals.Aggregate(sweep.SoFar, (report, settled) => report.Add(settled)) };
    }

    /// <summary>Writes the report and closes the books.</summary>
    [Function(nameof(SettleCampaign))]
    public async Task SettleCampaign([ActivityTrigger] SettleCampaignInput input)
    {
        await campaigns.WriteReportAsync(input.Target.CampaignId, input.Report);
        await campaigns.DecideAsync(input.Target.CampaignId, new CampaignCommand.Settle(input.At));
    }

    async Task<(SettledTotals? Totals, IReadOnlyList<DurableAction> Actions)> ReconsiderAsync(
        Campaign campaign, string memberId, CampaignSweep sweep)
    {
        var actions = await crediting.ReconsiderAsync(campaign, memberId, sweep.At);
        return (sweep.Settles ? await standings.SettleAsync(campaign, memberId) : null, actions);
    }
}
