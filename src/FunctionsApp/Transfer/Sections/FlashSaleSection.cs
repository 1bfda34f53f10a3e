using Community.Platform;
using Community.Selling.FlashSales;
using FluentValidation;
using FluentValidation.Results;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.FlashSales;
using FunctionsApp.Transfer.Documents;

namespace FunctionsApp.Transfer.Sections;

/// <summary>Flash sales. Of one that has begun, the waves whose instants have passed are skipped.</summary>
public sealed class FlashSaleSection(
    FlashSaleStore sales,
    FlashSaleCreator creator,
    FlashSaleEditor editor,
    FlashWaveService waves,
    GroupStore groups,
    IValidator<CreateFlashSaleRequest> validator,
    TimeProvider clock)
    : PlanSection<FlashSaleItem, FlashSale>(PlanKind.FlashSale, "flashSales")
{
    protected override IReadOnlySet<string> EditableFields { get; } =
        new HashSet<string>(["closesAt", "farewell", "waves", "quantity"], StringComparer.Ordinal);

    public override async Task<bool> IsEmptyAsync() => (await sales.PageAsync(1, continuation: null)).Items.Count == 0;

    protected override IReadOnlyList<FlashSaleItem>? ItemsOf(PlansDocument document) => document.FlashSales;

    protected override string? IdOf(FlashSaleItem item) => item.Id;

    protected override ValidationResult Validate(FlashSaleItem item) => validator.Validate(item);

    protected override async Task<FlashSaleItem?> FindAsync(string id) =>
        await sales.FindAsync(id) is { Value: var sale } ? FlashSaleItem.From(sale) : null;

    protected override async Task<(FlashSale? State, IReadOnlyList<Refusal> Faults)> PlanAsync(
        FlashSaleItem item, ImportContext context)
    {
        var (sale, fault) = await creator.CheckAsync(item, item.Id!, context.LinkBase, context.LookUp(groups));
        if (sale is null) return (null, FaultsOf(fault));
        var begun = sale with { IsHeld = item.Held is true, WavesBegun = sale.WavesDueAt(clock.GetUtcNow()) };
        return (begun, FaultsOf(NewClaimFault(begun, context) ?? await creator.FindClaimFaultAsync(begun)));
    }

    // Groups that only the store has stay.
    protected override FlashSaleItem Describe(FlashSaleItem item, FlashSaleItem stored, ImportContext context)
    {
        var described = FlashSaleItem.From(item.ToFlashSale(item.Id!, default, context.LinkBase, clock.GetUtcNow()));
        var groupIds = Merge(GroupIdsOf(stored), GroupIdsOf(item));
        return described with
        {
            Groups = [.. groupIds.Select(id => new CreateFlashSaleRequest.FlashGroupRequest(id))],
            NewBuyerGroupId = item.NewBuyerGroupId ?? stored.NewBuyerGroupId,
            Held = item.Held is true,
        };
    }

    protected override void Remember(FlashSale state, ImportContext context)
    {
        foreach (var group in state.GroupIds) context.New.SaleOfGroup[group] = state.Id;
    }

    protected override async Task<IReadOnlyList<Refusal>> CreateAsync(
        FlashSaleItem item, FlashSale state, ImportContext context)
    {
        if (await creator.ClaimAsync(state) is { } fault) return [fault];
        // The steps of the sale start with its orchestration, and find these waves passed.
        foreach (var group in state.GroupIds) await waves.SkipPassedAsync(state, group, clock.GetUtcNow());
        await sales.CreateAsync(state, Creation.Fingerprint<CreateFlashSaleRequest>(item));
        return [];
    }

    protected override async Task FollowAsync(string id, ImportContext context)
    {
        var sale = (await sales.FindAsync(id))!.Value;
        if (!sale.IsOverAt(clock.GetUtcNow())) await context.Durable.PerformAsync(await creator.FollowAsync(sale));
    }

    protected override async Task<IReadOnlyList<Refusal>> EditAsync(
        FlashSaleItem item, IReadOnlySet<string> fields, ImportContext context)
    {
        var edit = new EditFlashSaleRequest(
            fields.Contains("closesAt") ? new(item.ClosesAt) : default,
            fields.Contains("farewell") ? new(item.Farewell) : default,
            fields.Contains("waves") ? new(item.Waves) : default,
            fields.Contains("quantity") ? new(item.Quantity) : default);
        var command = edit.ToCommand(clock.GetUtcNow());
        if (FlashSaleCreator.SizeFault(command.Waves ?? [], context.LinkBase) is { } tooLong) return [tooLong];
        var (decided, actions) = await editor.DecideAsync(item.Id!, command);
        await context.Durable.PerformAsync(actions);
        return decided is { Events: [FlashSaleEvent.Refused refused] } ? [refused.Refusal] : [];
    }

    static IEnumerable<string> GroupIdsOf(FlashSaleItem item) => item.Groups!.Select(group => group.GroupId!);

    static Refusal? NewClaimFault(FlashSale sale, ImportContext context)
    {
        for (var i = 0; i < sale.GroupIds.Count; i++)
        {
            if (context.New.SaleOfGroup.TryGetValue(sale.GroupIds[i], out var owner))
                return Refusal.Invalid($"groups[{i}].groupId", $"the flash sale {owner} has this group.");
        }

        return null;
    }
}
