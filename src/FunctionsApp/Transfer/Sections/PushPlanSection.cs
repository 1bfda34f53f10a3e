using Community.Platform;
using Community.Pushes.Plans;
using FluentValidation;
using FluentValidation.Results;
using FunctionsApp.Content.Library;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;
using FunctionsApp.Pushes.Calendars;
using FunctionsApp.Pushes.Plans;
using FunctionsApp.Transfer.Documents;

namespace FunctionsApp.Transfer.Sections;

/// <summary>Push plans.</summary>
public sealed class PushPlanSection(
    PushPlanStore plans,
    PushPlanCreator creator,
    GroupStore groups,
    ContentStore contents,
    ScheduleContextReader contexts,
    IValidator<CreatePushPlanRequest> validator,
    BrandTime brandTime,
    TimeProvider clock)
    : PlanSection<PushPlanItem, PushPlan>(PlanKind.PushPlan, "pushPlans")
{
    protected override IReadOnlySet<string> EditableFields { get; } =
        new HashSet<string>(["name", "groupIds", "kinds", "tags", "slots"], StringComparer.Ordinal);

    public override async Task<bool> IsEmptyAsync() => (await plans.PageAsync(1, continuation: null)).Items.Count == 0;

    protected override IReadOnlyList<PushPlanItem>? ItemsOf(PlansDocument document) => document.PushPlans;

    protected override string? IdOf(PushPlanItem item) => item.Id;

    protected override ValidationResult Validate(PushPlanItem item) => validator.Validate(item);

    protected override async Task<PushPlanItem?> FindAsync(string id) =>
        await plans.FindAsync(id) is { Value: var plan } ? PushPlanItem.From(plan) : null;

    protected override async Task<(PushPlan? State, IReadOnlyList<Refusal> Faults)> PlanAsync(
        PushPlanItem item, ImportContext context)
    {
        var plan = Plan(item);
        return (plan, FaultsOf(await FindFaultAsync(plan, context)));
    }

    // A document may leave out the first day. Groups that only the store has stay, and so do slots with things that are
    // not part of the document.
    protected override PushPlanItem Describe(PushPlanItem item, PushPlanItem stored, ImportContext context)
    {
        var described = PushPlanItem.From(Plan(item));
        var wanted = described.Slots!.ToDictionary(slot => slot.Id!, StringComparer.Ordinal);
        var kept = from slot in stored.Slots
                   let changed = wanted.GetValueOrDefault(slot.Id!)
                   where changed is not null || !context.Names(slot)
                   select changed ?? slot;
        return described with
        {
            GroupIds = Merge(stored.GroupIds!, described.GroupIds!),
            Slots = [.. kept.UnionBy(described.Slots!, slot => slot.Id, StringComparer.Ordinal)],
            StartsOn = item.StartsOn ?? stored.StartsOn,
        };
    }

    protected override void Remember(PushPlan state, ImportContext context) => context.New.PushPlans.Add(state);

    protected override async Task<IReadOnlyList<Refusal>> CreateAsync(
        PushPlanItem item, PushPlan state, ImportContext context)
    {
        await plans.CreateAsync(state, Creation.Fingerprint<CreatePushPlanRequest>(item));
        return [];
    }

    protected override async Task FollowAsync(string id, ImportContext context) =>
        await creator.PlanGroupsAsync((await plans.FindAsync(id))!.Value.Audience);

    protected override async Task<IReadOnlyList<Refusal>> EditAsync(
        PushPlanItem item, IReadOnlySet<string> fields, ImportContext context)
    {
        var before = (await plans.FindAsync(item.Id!))!.Value;
        var edit = new EditPushPlanRequest(
            context.By,
            Reason: null,
            new(item.Name),
            new(item.GroupIds),
            new(item.Kinds),
            new(item.Tags),
            new(item.Slots)).ToCommand(before, clock.GetUtcNow());
        var (_, fault) = await creator.EditAsync(before, edit, edited => FindFaultAsync(edited, context));
        return FaultsOf(fault);
    }

    PushPlan Plan(PushPlanItem item)
    {
        var now = clock.GetUtcNow();
        return item.ToPlannedPlan(brandTime.DayOf(now), now);
    }

    async Task<Refusal?> FindFaultAsync(PushPlan plan, ImportContext context)
    {
        var board = await plans.ReadAsync();
        var unstored = context.New.PushPlans.Where(other => board.Find(other.Id) is null);
        return await creator.FindFaultAsync(
            plan, board with { Plans = [.. board.Plans, .. unstored] }, ReferencesOf(context));
    }

    PushPlanReferences ReferencesOf(ImportContext context) => new(
        context.LookUp(groups),
        async id => context.New.Content.ContainsKey(id) || await contents.FindAsync(id) is not null,
        async reference => reference switch
        {
            { CampaignId: { } id } when context.New.Campaigns.TryGetValue(id, out var campaign) =>
                ScheduleContextReader.InstantOf(reference.To, campaign),
            { ConversionId: { } id } when context.New.Conversions.TryGetValue(id, out var conversion) =>
                ScheduleContextReader.InstantOf(reference.To, conversion),
            _ => await contexts.FindAsync(reference),
        });
}
