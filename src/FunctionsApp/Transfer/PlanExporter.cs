using Community.Content;
using Community.Pushes.Plans;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Content.Library;
using FunctionsApp.Groups;
using FunctionsApp.Groups.Staff;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Selling.FlashSales;
using FunctionsApp.Transfer.Documents;
using FunctionsApp.Transfer.Sections;

namespace FunctionsApp.Transfer;

/// <summary>Writes the plans of the brand as a document.</summary>
public sealed class PlanExporter(
    GroupStore groups,
    StaffStore staff,
    ContentStore contents,
    CampaignStore campaigns,
    ConversionStore conversions,
    FlashSaleStore flashSales,
    PushPlanStore pushPlans,
    GroupSection groupSection,
    CampaignSection campaignSection,
    PlanSettingsReader settings,
    BrandIdStore brand,
    TimeProvider clock)
{
    const int ReadsAtOnce = 100;

    /// <summary>
    /// The plans that have not ended; with <paramref name="groupIds"/> those of these groups. The library and the staff
    /// of groups that are left out stay out too.
    /// </summary>
    public async Task<PlansDocument> ExportAsync(IReadOnlySet<string>? groupIds)
    {
        var now = clock.GetUtcNow();
        var selection = PlanSelection.Choose(
            await Pages.ReadAllAsync(groups.PageAsync),
            await Pages.ReadAllAsync(campaigns.PageAsync),
            await Pages.ReadAllAsync(conversions.PageAsync),
            await Pages.ReadAllAsync(flashSales.PageAsync),
            groupIds,
            now);
        var library = (await Pages.ReadAllAsync(PageOfLibraryAsync))
            .Where(item => item.State is not ContentState.Retired && !(item.Body.ValidUntil <= now))
            .ToList();
        var plans = selection.Choose(
            await Pages.ReadAllAsync(pushPlans.PageAsync),
            library.Select(item => item.Id).ToHashSet(StringComparer.Ordinal));
        var people = await Pages.ReadAllAsync(staff.PageAsync);
        if (groupIds is not null)
        {
            library.RemoveAll(item => !plans.Any(plan => MayBring(plan, item)));
            people = [.. people.Where(person => selection.Groups.Any(group => group.Owner == person.Id))];
        }

        return new PlansDocument(
            PlansDocument.SchemaName,
            PlansDocument.CurrentVersion,
            await brand.EnsureAsync(),
            PlansDocument.ConfidentialFields,
            settings.Read(),
            [.. people.Select(StaffItem.From)],
            [.. library.Select(ContentPlanItem.From)],
            await DescribeAsync(selection.Groups, groupSection.DescribeAsync),
            await DescribeAsync(selection.Campaigns, campaignSection.DescribeAsync),
            [.. selection.Conversions.Select(ConversionItem.From)],
            [.. selection.FlashSales.Select(FlashSaleItem.From)],
            [.. plans.Select(PushPlanItem.From)]);
    }

    static bool MayBring(PushPlan plan, ContentItem item) => plan.Slots.Any(slot => slot.Draw is { } draw
        ? draw.Fits(item.Body.Kind, item.Body.Tags)
        : slot.ContentId == item.Id);

    Task<Slice<ContentItem>> PageOfLibraryAsync(int size, string? continuation) =>
        contents.PageAsync(new ContentFilter(Kind: null, Tag: null, State: null), size, continuation);

    static async Task<IReadOnlyList<TItem>> DescribeAsync<TState, TItem>(
        IReadOnlyList<TState> states, Func<TState, Task<TItem>> describe)
    {
        List<TItem> items = [];
        foreach (var chunk in states.Chunk(ReadsAtOnce)) items.AddRange(await Task.WhenAll(chunk.Select(describe)));
        return items;
    }
}
