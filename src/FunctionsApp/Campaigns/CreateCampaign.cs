using Community.Campaigns;
using FluentValidation;
using FunctionsApp.Http;

namespace FunctionsApp.Campaigns;

/// <summary>The body of <c>POST /api/campaigns</c>; <c>groupIds</c> in the order in which they are filled.</summary>
public sealed record CreateCampaign(string? Id, string? Name, string? Mode, DateTimeOffset? OpensAt, DateTimeOffset? ClosesAt, IReadOnlyList<string>? GroupIds)
{
    /// <summary>The campaign as it begins.</summary>
    public Campaign ToCampaign(string id, DateTimeOffset now) =>
        new(id, Name!, Enum.Parse<CampaignMode>(Mode!), OpensAt!.Value, ClosesAt!.Value, GroupIds!, now);
}

/// <summary>What a campaign must say.</summary>
public sealed class CreateCampaignRules : AbstractValidator<CreateCampaign>
{
    const int MostGroups = 200;

    /// <summary>The rules.</summary>
    public CreateCampaignRules()
    {
        RuleFor(campaign => campaign.Id).ChosenId();
        RuleFor(campaign => campaign.Name).Text(60);
        RuleFor(campaign => campaign.Mode).NameOf<CreateCampaign, CampaignMode>();
        RuleFor(campaign => campaign.OpensAt).Instant();
        RuleFor(campaign => campaign.ClosesAt)
            .Instant()
            .Must((campaign, closesAt) => campaign.OpensAt is null || closesAt > campaign.OpensAt).WithMessage("must be after opensAt.");
        RuleFor(campaign => campaign.GroupIds)
            .Items(1, MostGroups)
            .Must(ids => ids!.Distinct(StringComparer.Ordinal).Count() == ids!.Count).WithMessage("must not name a group twice.");
        RuleForEach(campaign => campaign.GroupIds).NeededId();
    }
}
