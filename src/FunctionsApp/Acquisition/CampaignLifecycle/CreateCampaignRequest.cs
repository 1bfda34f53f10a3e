using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>
/// The body of <c>POST /api/campaigns</c>; <c>groupIds</c> are in the order in which they are filled. Defaults: no
/// tiers, no target, no next step, 24 grace hours, all people count, gifts of at most 3 yuan a participant.
/// </summary>
public record CreateCampaignRequest(
    string? Id,
    string? Name,
    string? Mode,
    DateTimeOffset? OpensAt,
    DateTimeOffset? ClosesAt,
    IReadOnlyList<string>? GroupIds,
    IReadOnlyList<TierRequest>? Tiers = null,
    CreateCampaignRequest.TargetRequest? Target = null,
    int? GraceHours = null,
    bool? NewcomersOnly = null,
    long? GiftCapMinor = null,
    AcknowledgementRequest? Acknowledgement = null,
    string? NextStep = null)
{
    const int DefaultGraceHours = 24;

    /// <summary>The number of credits that qualifies, and the group for qualified members.</summary>
    public sealed record TargetRequest(int? Invites, string? GroupId);

    public Campaign ToCampaign(string id, DateTimeOffset now) =>
        new(id, Name!, Enum.Parse<CampaignMode>(Mode!), OpensAt!.Value, ClosesAt!.Value, GroupIds!, now)
        {
            Tiers = Community.Acquisition.Standings.Tiers.None.Edit([.. TiersOrNone.Select(tier => tier.ToTier())]),
            Target = Target is null ? null : new QualifyingTarget(Target.Invites!.Value, Target.GroupId!),
            Grace = TimeSpan.FromHours(GraceHours ?? DefaultGraceHours),
            NewcomersOnly = NewcomersOnly ?? false,
            GiftCapMinor = GiftCapMinor ?? CreateCampaignValidator.DefaultGiftCapMinor,
            Findings = ComplianceRules.Check(Texts),
            Acknowledgement = Acknowledgement?.ToAcknowledgement(),
            NextStep = NextStep,
        };

    IReadOnlyList<TierRequest> TiersOrNone => Tiers ?? [];

    IEnumerable<(string Field, string Text)> Texts =>
        CampaignRules.Texts(Name!, TiersOrNone.Select(tier => tier.Reward!.Title!), NextStep);
}
