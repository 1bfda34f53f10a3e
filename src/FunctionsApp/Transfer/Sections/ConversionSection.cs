using Community.Platform;
using Community.Selling.Conversions;
using FluentValidation;
using FluentValidation.Results;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Selling.Conversions;
using FunctionsApp.Transfer.Documents;

namespace FunctionsApp.Transfer.Sections;

/// <summary>Conversions. Of one that has begun, the steps whose instants have passed are skipped.</summary>
public sealed class ConversionSection(
    ConversionStore conversions,
    ConversionCreator creator,
    ConversionService service,
    GroupStore groups,
    IValidator<CreateConversionRequest> validator,
    TimeProvider clock)
    : PlanSection<ConversionItem, Conversion>(PlanKind.Conversion, "conversions")
{
    protected override IReadOnlySet<string> EditableFields { get; } = new HashSet<string>(
        ["product", "warmUp", "linkAt", "closesAt", "closing", "drive", "copy", "lastCallAt", "lastCall"],
        StringComparer.Ordinal);

    public override async Task<bool> IsEmptyAsync() =>
        (await conversions.PageAsync(1, continuation: null)).Items.Count == 0;

    protected override IReadOnlyList<ConversionItem>? ItemsOf(PlansDocument document) => document.Conversions;

    protected override string? IdOf(ConversionItem item) => item.Id;

    protected override ValidationResult Validate(ConversionItem item) => validator.Validate(item);

    protected override async Task<ConversionItem?> FindAsync(string id) =>
        await conversions.FindAsync(id) is { Value: var found } ? ConversionItem.From(found) : null;

    protected override async Task<(Conversion? State, IReadOnlyList<Refusal> Faults)> PlanAsync(
        ConversionItem item, ImportContext context)
    {
        var now = clock.GetUtcNow();
        var planned = creator.Make(item, item.Id!, context.LinkBase);
        var fault = planned.Terms.ClosesAt <= now
            ? Refusal.Invalid("closesAt", "must be in the future.")
            : await ConversionCreator.FindFaultAsync(planned, context.LookUp(groups));
        return (ConversionItem.Begin(planned, item.Held is true, now), FaultsOf(fault));
    }

    // Groups that only the store has stay, and a document may leave the seed out.
    protected override ConversionItem Describe(ConversionItem item, ConversionItem stored, ImportContext context)
    {
        var described = ConversionItem.From(creator.Make(item, item.Id!, context.LinkBase));
        return described with
        {
            GroupIds = Merge(stored.GroupIds!, item.GroupIds!),
            Held = item.Held is true,
            Seed = item.Seed ?? stored.Seed,
        };
    }

    protected override void Remember(Conversion state, ImportContext context) =>
        context.New.Conversions[state.Id] = state;

    protected override async Task<IReadOnlyList<Refusal>> CreateAsync(
        ConversionItem item, Conversion state, ImportContext context)
    {
        await conversions.CreateAsync(state, Creation.Fingerprint<CreateConversionRequest>(item));
        return [];
    }

    protected override async Task FollowAsync(string id, ImportContext context)
    {
        if ((await conversions.FindAsync(id))!.Value is { IsOver: false } conversion)
            await context.Durable.PerformAsync(await creator.FollowAsync(conversion));
    }

    protected override async Task<IReadOnlyList<Refusal>> EditAsync(
        ConversionItem item, IReadOnlySet<string> fields, ImportContext context)
    {
        var terms = creator.Make(item, item.Id!, context.LinkBase).Terms;
        var (decided, actions) = await service.DecideAsync(
            item.Id!, _ => new ConversionCommand.Edit(terms, context.By, clock.GetUtcNow()));
        await context.Durable.PerformAsync(actions);
        return decided is { Events: [ConversionEvent.Refused refused] } ? [refused.Refusal] : [];
    }
}
