using Community.Acquisition.Campaigns;
using Community.Groups;
using Community.Pushes.Plans;
using Community.Selling.Conversions;
using Community.Selling.FlashSales;

namespace FunctionsApp.Transfer;

/// <summary>
/// The things of an export, all of which are still to come or go on. They name only each other: what a plan names
/// beside them stays out of it, and a plan that is left without a group or a time is no plan.
/// </summary>
public sealed class PlanSelection
{
    readonly HashSet<string> groupIds;
    readonly HashSet<string> campaignIds;
    readonly HashSet<string> conversionIds;

    PlanSelection(
        IReadOnlyList<Group> groups,
        IReadOnlyList<Campaign> campaigns,
        IReadOnlyList<Conversion> conversions,
        IReadOnlyList<FlashSale> flashSales)
    {
        groupIds = IdsOf(groups, group => group.Id);
        Groups = groups;
        Campaigns = [.. campaigns.Select(Reduce).Where(campaign => campaign.GroupIds.Count > 0)];
        Conversions = [.. conversions.Select(Reduce).Where(conversion => conversion.GroupIds.Count > 0)];
        FlashSales = [.. flashSales.Select(Reduce).Where(sale => sale.GroupIds.Count > 0)];
        campaignIds = IdsOf(Campaigns, campaign => campaign.Id);
        conversionIds = IdsOf(Conversions, conversion => conversion.Id);
    }

    public IReadOnlyList<Group> Groups { get; }

    public IReadOnlyList<Campaign> Campaigns { get; }

    public IReadOnlyList<Conversion> Conversions { get; }

    public IReadOnlyList<FlashSale> FlashSales { get; }

    /// <summary>True for a group that has not ended and is not about to.</summary>
    public static bool GoesOn(Group group) => group is { State: < GroupState.Closed, EndRequestedAt: null };

    /// <summary>
    /// What goes on in the groups, or of <paramref name="groupIds"/> unless it is null: then also the groups to which
    /// their campaigns and sales lead members.
    /// </summary>
    public static PlanSelection Choose(
        IReadOnlyList<Group> groups,
        IReadOnlyList<Campaign> campaigns,
        IReadOnlyList<Conversion> conversions,
        IReadOnlyList<FlashSale> flashSales,
        IReadOnlySet<string>? groupIds,
        DateTimeOffset now)
    {
        var open = campaigns.Where(campaign => campaign.StateAt(now) < CampaignState.Closed);
        var selling = conversions.Where(
            conversion => !conversion.IsOver && conversion.DueAt(ConversionStep.Closing) > now);
        var planned = flashSales.Where(sale => !sale.IsOverAt(now));
        var alive = groups.Where(GoesOn);
        if (groupIds is null) return new([.. alive], [.. open], [.. selling], [.. planned]);
        var ofGroups = open.Where(campaign => campaign.GroupIds.Any(groupIds.Contains)).ToList();
        var salesOfGroups = planned.Where(sale => sale.GroupIds.Any(groupIds.Contains)).ToList();
        var wanted = ofGroups.Select(campaign => campaign.Target?.GroupId)
            .Concat(salesOfGroups.Select(sale => sale.NewBuyerGroupId))
            .OfType<string>()
            .Concat(groupIds)
            .ToHashSet(StringComparer.Ordinal);
        return new([.. alive.Where(group => wanted.Contains(group.Id))], ofGroups, [.. selling], salesOfGroups);
    }

    /// <summary>
    /// The plans with the groups and slots that are part of the selection. <paramref name="contentIds"/> are the items
    /// of the library that can still be sent.
    /// </summary>
    public IReadOnlyList<PushPlan> Choose(IReadOnlyList<PushPlan> plans, IReadOnlySet<string> contentIds) =>
    [
        .. plans
            .Where(plan => Groups.Any(plan.Audience.Contains))
            .Select(plan => plan with
            {
                Audience = plan.Audience with { GroupIds = [.. plan.Audience.GroupIds.Where(groupIds.Contains)] },
                Slots = [.. plan.Slots.Where(slot => HasAll(slot, contentIds))],
            })
            .Where(plan => plan.Slots.Count > 0),
    ];

    bool HasAll(PushSlot slot, IReadOnlySet<string> contentIds) =>
        (slot.ContentId is not { } content || contentIds.Contains(content))
        && slot.At switch
        {
            PushTrigger.Relative { CampaignId: { } id } => campaignIds.Contains(id),
            PushTrigger.Relative { ConversionId: { } id } => conversionIds.Contains(id),
            _ => true,
        };

    Campaign Reduce(Campaign campaign) => campaign with
    {
        GroupIds = [.. campaign.GroupIds.Where(groupIds.Contains)],
        Target = campaign.Target is { } target && groupIds.Contains(target.GroupId) ? target : null,
    };

    Conversion Reduce(Conversion conversion) =>
        conversion with { GroupIds = [.. conversion.GroupIds.Where(groupIds.Contains)] };

    FlashSale Reduce(FlashSale sale) => sale with
    {
        GroupIds = [.. sale.GroupIds.Where(groupIds.Contains)],
        NewBuyerGroupId = sale.NewBuyerGroupId is { } id && groupIds.Contains(id) ? id : null,
    };

    static HashSet<string> IdsOf<T>(IEnumerable<T> things, Func<T, string> idOf) =>
        things.Select(idOf).ToHashSet(StringComparer.Ordinal);
}
