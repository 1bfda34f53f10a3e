using Community.Acquisition.Campaigns;
using Community.Acquisition.Standings;
using FluentValidation;
using FunctionsApp.Messaging;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

public sealed class CreateCampaignValidator : AbstractValidator<CreateCampaignRequest>
{
    /// <summary>3 yuan a participant.</summary>
    public const long DefaultGiftCapMinor = 300;

    const int MaxGraceHours = 30 * 24;

    public CreateCampaignValidator()
    {
        RuleFor(campaign => campaign.Id).ChosenId();
        RuleFor(campaign => campaign.Name).Text(60);
        RuleFor(campaign => campaign.Mode).NameOf<CreateCampaignRequest, CampaignMode>();
        RuleFor(campaign => campaign.OpensAt).Instant();
        RuleFor(campaign => campaign.ClosesAt)
            .Instant()
            .Must((campaign, closesAt) => campaign.OpensAt is null || closesAt > campaign.OpensAt)
            .WithMessage("must be after opensAt.");
        RuleFor(campaign => campaign.GroupIds).GroupsOfCampaign();
        RuleForEach(campaign => campaign.GroupIds).NeededId();
        RuleFor(campaign => campaign.GraceHours)
            .InclusiveBetween(0, MaxGraceHours).WithMessage($"must be 0 to {MaxGraceHours}.");
        RuleFor(campaign => campaign.GiftCapMinor)
            .GreaterThanOrEqualTo(0).WithMessage("must not be negative.");
        RuleFor(campaign => campaign.Tiers).TiersWithin(campaign => campaign.GiftCapMinor ?? DefaultGiftCapMinor);
        RuleForEach(campaign => campaign.Tiers).SetValidator(new TierValidator());
        RuleFor(campaign => campaign.Target!)
            .SetValidator(new TargetValidator())
            .When(campaign => campaign.Target is not null);
        RuleFor(campaign => campaign.NextStep).RobotText().When(campaign => campaign.NextStep is not null);
        RuleFor(campaign => campaign.Acknowledgement!)
            .SetValidator(new AcknowledgementValidator())
            .When(campaign => campaign.Acknowledgement is not null);
    }

    sealed class TargetValidator : AbstractValidator<CreateCampaignRequest.TargetRequest>
    {
        public TargetValidator()
        {
            RuleFor(target => target.Invites)
                .NotNull().WithMessage("is missing.")
                .InclusiveBetween(1, 10_000).WithMessage("must be 1 to 10000.");
            RuleFor(target => target.GroupId).NeededId();
        }
    }
}

static class GroupListRules
{
    const int MaxGroups = 200;

    public static IRuleBuilderOptions<T, IReadOnlyList<string>?> GroupsOfCampaign<T>(
        this IRuleBuilder<T, IReadOnlyList<string>?> field) => field
        .Items(1, MaxGroups)
        .Distinct("must not name a group twice.");
}

static class TierListRules
{
    const int MaxTiers = 20;

    /// <summary>
    /// Optional tiers with distinct numbers of invites whose gifts cost one participant at most the cap.
    /// </summary>
    public static void TiersWithin<T>(
        this IRuleBuilderInitial<T, IReadOnlyList<TierRequest>?> field, Func<T, long> giftCap) => field
        .Must(tiers => tiers is null || tiers.Count <= MaxTiers)
        .WithMessage($"must be at most {MaxTiers}.")
        .Must(tiers => tiers is null || tiers.All(tier => tier is not null))
        .WithMessage("must not hold null.")
        .Must(tiers => tiers is null || tiers.DistinctBy(tier => tier.Invites).Count() == tiers.Count)
        .WithMessage("must not name as many invites twice.")
        .Must((request, tiers) => GiftCost(tiers) <= giftCap(request))
        .WithMessage((request, tiers) =>
            $"cost {GiftCost(tiers)} in gifts a participant, more than giftCapMinor, {giftCap(request)}.");

    static long GiftCost(IReadOnlyList<TierRequest>? tiers) =>
        (tiers ?? []).Sum(tier => tier.Reward is { Kind: nameof(RewardKind.Gift) } gift ? gift.CostMinor ?? 0 : 0);
}
