using Community.Acquisition.Campaigns;
using Community.Groups;
using Community.Pushes.Plans;
using Community.Selling.Conversions;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Conversions;

namespace FunctionsApp.Pushes.Calendars;

/// <summary>Reads what the times of a group's slots depend on, and only what they do depend on.</summary>
public sealed class ScheduleContextReader(
    GroupStore groups, CampaignStore campaigns, ConversionStore conversions, BrandTime brandTime)
{
    public Task<ScheduleContext> ReadAsync(Group group, IReadOnlyList<PushPlan> plans) =>
        ReadAsync(group, plans, FindAsync);

    /// <summary>The same with the instants of <paramref name="find"/>.</summary>
    public async Task<ScheduleContext> ReadAsync(
        Group group, IReadOnlyList<PushPlan> plans, Func<NamedInstant, Task<DateTimeOffset?>> find)
    {
        var triggers = plans.SelectMany(plan => plan.Slots).Select(slot => slot.At).ToList();
        var instants = new Dictionary<NamedInstant, DateTimeOffset>();
        foreach (var reference in triggers.OfType<PushTrigger.Relative>().Select(at => at.Reference).Distinct())
        {
            if (await find(reference) is { } instant) instants[reference] = instant;
        }

        var joinDates = triggers.OfType<PushTrigger.Cohort>().Any() ? await JoinDatesAsync(group.Id) : [];
        return new ScheduleContext(
            brandTime.Zone, DateOnly.MinValue, group.OpenedAt, group.Charter.EndsAt, instants, joinDates);
    }

    /// <summary>The instant; null when there is no such campaign or conversion, or it has no such instant.</summary>
    public async Task<DateTimeOffset?> FindAsync(NamedInstant reference) => reference switch
    {
        { CampaignId: { } id } => InstantOf(reference.To, (await campaigns.FindAsync(id))?.Value),
        { ConversionId: { } id } => InstantOf(reference.To, (await conversions.FindAsync(id))?.Value),
        _ => null,
    };

    /// <summary>The instant of a campaign; null without one.</summary>
    public static DateTimeOffset? InstantOf(RelativeTo to, Campaign? campaign) =>
        to is RelativeTo.OpensAt ? campaign?.OpensAt : campaign?.ClosesAt;

    /// <summary>The instant of a conversion; null without one.</summary>
    public static DateTimeOffset? InstantOf(RelativeTo to, Conversion? conversion) =>
        to is RelativeTo.LinkAt ? conversion?.Terms.LinkAt : conversion?.Terms.ClosesAt;

    async Task<HashSet<DateOnly>> JoinDatesAsync(string groupId)
    {
        var members = await groups.AllMembersAsync(groupId);
        return
        [
            .. members
                .Where(member => member is { IsPresent: true, JoinedAt: not null })
                .Select(member => brandTime.DayOf(member.JoinedAt!.Value)),
        ];
    }
}
