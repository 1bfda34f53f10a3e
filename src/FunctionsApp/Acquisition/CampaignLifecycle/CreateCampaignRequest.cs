using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>
/// The body of <c>POST /api/campaigns</c>; <c>groupIds</c> in the order in which they are filled. All that follows may be absent: no tiers, no
/// target, 24 grace hours, not for newcomers only, gifts of at most 3 yuan a participant.
/// </summary>
public sealed record CreateCampaignRequest(
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
    CreateCampaignRequest.AcknowledgementRequest? Acknowledgement = null)
{
    const int DefaultGraceHours = 24;

    /// <summary>Who qualifies, and for which group.</summary>
    public sealed record TargetRequest(int? Invites, string? GroupId);

    /// <summary>Who answers for texts that break the platform's rules, and why they may.</summary>
    public sealed record AcknowledgementRequest(string? By, string? Reason);

    /// <summary>The campaign as it begins.</summary>
    public Campaign ToCampaign(string id, DateTimeOffset now) => new(id, Name!, Enum.Parse<CampaignMode>(Mode!), OpensAt!.Value, ClosesAt!.Value, GroupIds!, now)
    {
        Tiers = Community.Acquisition.Standings.Tiers.None.Edited([.. (Tiers ?? []).Select(tier => tier.ToTier())]),
        Target = Target is null ? null : new QualifyingTarget(Target.Invites!.Value, Target.GroupId!),
        Grace = TimeSpan.FromHours(GraceHours ?? DefaultGraceHours),
        NewcomersOnly = NewcomersOnly ?? false,
        GiftCapMinor = GiftCapMinor ?? CreateCampaignValidator.DefaultGiftCap,
        Findings = ComplianceRules.Check(CampaignRules.Texts(Name!, (Tiers ?? []).Select(tier => tier.Reward!.Title!))),
        Acknowledgement = Acknowledgement is null ? null : new Acknowledgement(Acknowledgement.By!, Acknowledgement.Reason!),
    };
}

/// <summary>What a campaign must say.</summary>
public sealed class CreateCampaignValidator : AbstractValidator<CreateCampaignRequest>
{
    /// <summary>Acquisition gifts cost at most 3 yuan unless the operator says otherwise.</summary>
    public const long DefaultGiftCap = 300;

    const int MaxGroups = 200;
    const int MaxGraceHours = 30 * 24;

    /// <summary>The rules.</summary>
    public CreateCampaignValidator()
    {
        RuleFor(campaign => campaign.Id).ChosenId();
        RuleFor(campaign => campaign.Name).Text(60);
        RuleFor(campaign => campaign.Mode).NameOf<CreateCampaignRequest, CampaignMode>();
        RuleFor(campaign => campaign.OpensAt).Instant();
        RuleFor(campaign => campaign.ClosesAt)
            .Instant()
            .Must((campaign, closesAt) => campaign.OpensAt is null || closesAt > campaign.OpensAt).WithMessage("must be after opensAt.");
        RuleFor(campaign => campaign.GroupIds)
            .Items(1, MaxGroups)
            .Must(ids => ids!.Distinct(StringComparer.Ordinal).Count() == ids!.Count).WithMessage("must not name a group twice.");
        RuleForEach(campaign => campaign.GroupIds).NeededId();
        RuleFor(campaign => campaign.GraceHours).InclusiveBetween(0, MaxGraceHours).WithMessage($"must be 0 to {MaxGraceHours}.");
        RuleFor(campaign => campaign.GiftCapMinor).GreaterThanOrEqualTo(0).WithMessage("must not be negative.");
        RuleFor(campaign => campaign.Tiers).TiersWithin(campaign => campaign.GiftCapMinor ?? DefaultGiftCap);
        RuleForEach(campaign => campaign.Tiers).SetValidator(new TierValidator());
        RuleFor(campaign => campaign.Target!).SetValidator(new TargetValidator()).When(campaign => campaign.Target is not null);
        RuleFor(campaign => campaign.Acknowledgement!).SetValidator(new AcknowledgementValidator()).When(campaign => campaign.Acknowledgement is not null);
    }

    sealed class TargetValidator : AbstractValidator<CreateCampaignRequest.TargetRequest>
    {
        public TargetValidator()
        {
            RuleFor(target => target.Invites).NotNull().WithMessage("is missing.").InclusiveBetween(1, 10_000).WithMessage("must be 1 to 10000.");
            RuleFor(target => target.GroupId).NeededId();
        }
    }

    sealed class AcknowledgementValidator : AbstractValidator<CreateCampaignRequest.AcknowledgementRequest>
    {
        public AcknowledgementValidator()
        {
            RuleFor(acknowledgement => acknowledgement.By).Text(40);
            RuleFor(acknowledgement => acknowledgement.Reason).Text(200);
        }
    }
}

/// <summary>The body of <c>PATCH /api/campaigns/{id}</c>; what is absent stays as it is.</summary>
public sealed record EditCampaignRequest(DateTimeOffset? ClosesAt, IReadOnlyList<TierRequest>? Tiers);

/// <summary>What an edit may say; whether it may be is the campaign's to say.</summary>
public sealed class EditCampaignValidator : AbstractValidator<EditCampaignRequest>
{
    /// <summary>The rules.</summary>
    public EditCampaignValidator()
    {
        RuleFor(edit => edit.Tiers).TiersWithin(_ => long.MaxValue);
        RuleForEach(edit => edit.Tiers).SetValidator(new TierValidator());
    }
}

static class TierListRules
{
    const int MaxTiers = 20;

    /// <summary>Tiers that may be absent: none twice, and the gifts that one participant can earn within the cap.</summary>
    public static void TiersWithin<T>(this IRuleBuilderInitial<T, IReadOnlyList<TierRequest>?> field, Func<T, long> cap) => field
        .Must(tiers => tiers is null || tiers.Count <= MaxTiers).WithMessage($"must be at most {MaxTiers}.")
        .Must(tiers => tiers is null || tiers.All(tier => tier is not null)).WithMessage("must not hold null.")
        .Must(tiers => tiers is null || tiers.DistinctBy(tier => tier.Invites).Count() == tiers.Count).WithMessage("must not name as many invites twice.")
        .Must((whole, tiers) => GiftCost(tiers) <= cap(whole))
        .WithMessage((whole, tiers) => $"cost {GiftCost(tiers)} in gifts a participant, more than giftCapMinor, {cap(whole)}.");

    static long GiftCost(IReadOnlyList<TierRequest>? tiers) =>
        (tiers ?? []).Sum(tier => tier.Reward is { Kind: nameof(RewardKind.Gift) } gift ? gift.CostMinor ?? 0 : 0);
}
