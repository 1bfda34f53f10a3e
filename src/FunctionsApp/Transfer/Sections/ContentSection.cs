using Community.Content;
using Community.Platform;
using Community.Transfer;
using FluentValidation;
using FluentValidation.Results;
using FunctionsApp.Content;
using FunctionsApp.Content.Library;
using FunctionsApp.Platform.Http;
using FunctionsApp.Transfer.Documents;

namespace FunctionsApp.Transfer.Sections;

/// <summary>
/// Items of the library. An approval stays where the brand is the same; in another brand, and after an import wrote
/// over an item, somebody approves it again.
/// </summary>
public sealed class ContentSection(
    ContentStore contents,
    ContentSettings settings,
    IValidator<CreateContentRequest> validator,
    TimeProvider clock)
    : PlanSection<ContentPlanItem, ContentItem>(PlanKind.Content, "content", ManyAtOnce)
{
    protected override IReadOnlySet<string> EditableFields { get; } = new HashSet<string>(
        [
            "kind", "tags", "variants", "attachments", "source", "validFrom", "validUntil", "reuseDays", "product",
            "acknowledgement",
        ],
        StringComparer.Ordinal);

    public override async Task<bool> IsEmptyAsync() =>
        (await contents.PageAsync(new ContentFilter(null, null, null), 1, continuation: null)).Items.Count == 0;

    protected override IReadOnlyList<ContentPlanItem>? ItemsOf(PlansDocument document) => document.Content;

    protected override string? IdOf(ContentPlanItem item) => item.Id;

    protected override ValidationResult Validate(ContentPlanItem item) => validator.Validate(item);

    protected override async Task<ContentPlanItem?> FindAsync(string id) =>
        await contents.FindAsync(id) is { Value: var item } ? ContentPlanItem.From(item) : null;

    protected override Task<(ContentItem? State, IReadOnlyList<Refusal> Faults)> PlanAsync(
        ContentPlanItem item, ImportContext context)
    {
        var draft = item.ToItem(item.Id!, context.LinkBase, clock.GetUtcNow());
        var approval = ApprovalOf(item, context) is { } approve ? ContentRules.Decide(approve, draft) : [];
        IReadOnlyList<Refusal> faults =
        [
            .. ContentRules.CreationFaults(draft),
            .. approval.OfType<ContentEvent.Refused>().Select(fault => fault.Refusal with { Field = "approvedBy" }),
        ];
        return Task.FromResult<(ContentItem?, IReadOnlyList<Refusal>)>(
            (approval.Aggregate(draft, ContentRules.Evolve), faults));
    }

    protected override ContentPlanItem Describe(ContentPlanItem item, ContentPlanItem stored, ImportContext context)
    {
        var described = ContentPlanItem.From(item.ToItem(item.Id!, context.LinkBase, clock.GetUtcNow()));
        return described with
        {
            ApprovedBy = ImportRules.KeepsCodes(context.Relation) ? item.ApprovedBy : stored.ApprovedBy,
        };
    }

    protected override void Remember(ContentItem state, ImportContext context) => context.New.Content[state.Id] = state;

    protected override async Task<IReadOnlyList<Refusal>> CreateAsync(
        ContentPlanItem item, ContentItem state, ImportContext context)
    {
        await contents.CreateAsync(state, Creation.Fingerprint<CreateContentRequest>(item));
        return [];
    }

    protected override async Task<IReadOnlyList<Refusal>> EditAsync(
        ContentPlanItem item, IReadOnlySet<string> fields, ImportContext context)
    {
        var edit = new EditContentRequest(
            context.By,
            fields.Contains("kind") ? new(item.Kind) : default,
            fields.Contains("tags") ? new(item.Tags) : default,
            fields.Contains("variants") ? new(item.Variants) : default,
            fields.Contains("attachments") ? new(item.Attachments) : default,
            fields.Contains("source") ? new(item.Source) : default,
            fields.Contains("validFrom") ? new(item.ValidFrom) : default,
            fields.Contains("validUntil") ? new(item.ValidUntil) : default,
            fields.Contains("reuseDays") ? new(item.ReuseDays) : default,
            fields.Contains("product") ? new(item.Product) : default,
            item.Acknowledgement);
        var decided = await contents.DecideAsync(item.Id!, edit.ToCommand(clock.GetUtcNow()));
        return decided is { Events: [ContentEvent.Refused refused] } ? [refused.Refusal] : [];
    }

    ContentCommand.Approve? ApprovalOf(ContentPlanItem item, ImportContext context) =>
        item.ApprovedBy is { } by && ImportRules.KeepsCodes(context.Relation)
            ? new ContentCommand.Approve(by, settings.NeedsFourEyes, clock.GetUtcNow())
            : null;
}
