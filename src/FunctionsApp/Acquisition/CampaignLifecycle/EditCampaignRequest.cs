using Community.Acquisition.Campaigns;
using Community.Platform;
using FluentValidation;
using FunctionsApp.Messaging;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Acquisition.CampaignLifecycle;

/// <summary>
/// The body of <c>PATCH /api/campaigns/{id}</c>. Absent fields do not change; null clears <c>tiers</c> and
/// <c>nextStep</c>.
/// <c>groupIds</c> are the present groups in their order and new ones after them.
/// </summary>
public sealed record EditCampaignRequest(
    Optional<DateTimeOffset?> ClosesAt = default,
    Optional<IReadOnlyList<TierRequest>?> Tiers = default,
    Optional<IReadOnlyList<string>?> GroupIds = default,
    Optional<string?> NextStep = default)
{
    public CampaignCommand.Edit ToCommand(DateTimeOffset now) => new(
        ClosesAt.Value,
        Tiers.IsPresent ? [.. (Tiers.Value ?? []).Select(tier => tier.ToTier())] : null,
        now,
        GroupIds.Value,
        NextStep);
}

/// <summary>Checks the body alone; <see cref="CampaignRules"/> checks the edit against the campaign.</summary>
public sealed class EditCampaignValidator : AbstractValidator<EditCampaignRequest>
{
    public EditCampaignValidator()
    {
        RuleFor(edit => edit.ClosesAt).NotNullable();
        RuleFor(edit => edit.Tiers.Value).TiersWithin(_ => long.MaxValue);
        RuleForEach(edit => edit.Tiers.Value).SetValidator(new TierValidator());
        RuleFor(edit => edit.GroupIds).NotNullable();
        RuleFor(edit => edit.GroupIds.Value).GroupsOfCampaign().When(edit => edit.GroupIds.HasValue);
        RuleForEach(edit => edit.GroupIds.Value).NeededId();
        RuleFor(edit => edit.NextStep.Value).RobotText().When(edit => edit.NextStep.HasValue);
    }
}
