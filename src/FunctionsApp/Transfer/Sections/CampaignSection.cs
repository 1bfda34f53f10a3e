using Community.Acquisition;
using Community.Acquisition.Campaigns;
using Community.Acquisition.Posters;
using Community.Platform;
using Community.Transfer;
using FluentValidation;
using FluentValidation.Results;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Acquisition.Campaigns;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Durable;
using FunctionsApp.Platform.Http;
using FunctionsApp.Platform.Storage;
using FunctionsApp.Transfer.Documents;

namespace FunctionsApp.Transfer.Sections;

/// <summary>
/// Campaigns and their shared posters. The codes of posters stay where the brand is the same, so that printed posters
/// lead on; another brand makes new ones.
/// </summary>
public sealed class CampaignSection(
    CampaignStore campaigns,
    CampaignCreator creator,
    CampaignEditor editor,
    PosterStore posters,
    GroupStore groups,
    IValidator<CampaignItem> validator,
    TimeProvider clock)
    : PlanSection<CampaignItem, Campaign>(PlanKind.Campaign, "campaigns")
{
    protected override IReadOnlySet<string> EditableFields { get; } =
        new HashSet<string>(["closesAt", "tiers", "groupIds", "nextStep", "posters"], StringComparer.Ordinal);

    public override async Task<bool> IsEmptyAsync() =>
        (await campaigns.PageAsync(1, continuation: null)).Items.Count == 0;

    /// <summary>A stored campaign as a document has it.</summary>
    public async Task<CampaignItem> DescribeAsync(Campaign campaign)
    {
        var shared = await Pages.ReadAllAsync(
            (size, continuation) => posters.PageAsync(campaign.Id, isPersonal: false, size, continuation));
        var items = shared.Select(listed => PosterItem.From(listed.Poster));
        return CampaignItem.From(campaign, [.. items.OrderBy(poster => poster.Id, StringComparer.Ordinal)]);
    }

    protected override IReadOnlyList<CampaignItem>? ItemsOf(PlansDocument document) => document.Campaigns;

    protected override string? IdOf(CampaignItem item) => item.Id;

    protected override ValidationResult Validate(CampaignItem item) => validator.Validate(item);

    protected override async Task<CampaignItem?> FindAsync(string id) =>
        await campaigns.FindAsync(id) is { Value: var campaign } ? await DescribeAsync(campaign) : null;

    protected override async Task<(Campaign? State, IReadOnlyList<Refusal> Faults)> PlanAsync(
        CampaignItem item, ImportContext context)
    {
        var campaign = item.ToCampaign(item.Id!, clock.GetUtcNow());
        var problem = await creator.FindProblemAsync(campaign, context.LookUp(groups));
        return (campaign, [.. FaultsOf(problem), .. await PosterFaultsAsync(item, context)]);
    }

    // Groups, a target and posters that only the store has stay there.
    protected override CampaignItem Describe(CampaignItem item, CampaignItem stored, ImportContext context)
    {
        var present = stored.Posters!.ToDictionary(poster => poster.Id!, StringComparer.Ordinal);
        var wanted = (item.Posters ?? []).Select(poster => KeepCode(poster, present, context)).ToList();
        var described = CampaignItem.From(item.ToCampaign(item.Id!, clock.GetUtcNow()), []);
        return described with
        {
            GroupIds = Merge(stored.GroupIds!, item.GroupIds!),
            Target = described.Target ?? stored.Target,
            Posters = [.. wanted
                .Concat(stored.Posters!.ExceptBy(wanted.Select(poster => poster.Id), poster => poster.Id))
                .OrderBy(poster => poster.Id, StringComparer.Ordinal)],
        };
    }

    protected override void Remember(Campaign state, ImportContext context) =>
        context.New.Campaigns[state.Id] = state;

    protected override async Task<IReadOnlyList<Refusal>> CreateAsync(
        CampaignItem item, Campaign state, ImportContext context)
    {
        // A campaign that is stored has all its posters: a repeat of the import finds both or makes both.
        await CreatePostersAsync(item, context);
        await campaigns.CreateAsync(state, Creation.Fingerprint<CreateCampaignRequest>(item));
        return [];
    }

    protected override async Task FollowAsync(string id, ImportContext context)
    {
        var campaign = (await campaigns.FindAsync(id))!.Value;
        await context.Durable.PerformAsync(await creator.FollowAsync(campaign));
    }

    protected override async Task<IReadOnlyList<Refusal>> EditAsync(
        CampaignItem item, IReadOnlySet<string> fields, ImportContext context)
    {
        var changesPosters = fields.Contains("posters");
        if (changesPosters && await PosterFaultsAsync(item, context) is { Count: > 0 } faults) return faults;
        if (fields.Any(field => field is not "posters"))
        {
            var edit = new EditCampaignRequest(
                fields.Contains("closesAt") ? new(item.ClosesAt) : default,
                fields.Contains("tiers") ? new(item.Tiers) : default,
                fields.Contains("groupIds") ? new(item.GroupIds) : default,
                fields.Contains("nextStep") ? new(item.NextStep) : default);
            var edited = await editor.EditAsync(item.Id!, edit.ToCommand(clock.GetUtcNow()), expected: null);
            if (edited.Problem is not null) return FaultsOf(edited.Problem);
            await context.Durable.PerformAsync([CampaignEditor.Changed(item.Id!)]);
        }

        if (changesPosters) await CreatePostersAsync(item, context);
        return [];
    }

    // A poster and its code never change, and an id or a code of another campaign is that of another thing.
    async Task<IReadOnlyList<Refusal>> PosterFaultsAsync(CampaignItem item, ImportContext context)
    {
        List<Refusal> faults = [];
        var wanted = item.Posters ?? [];
        for (var i = 0; i < wanted.Count; i++)
        {
            if (await PosterFaultAsync(wanted[i], item.Id!, context) is { } fault)
                faults.Add(fault with { Field = $"posters[{i}].{fault.Field}" });
        }

        return faults;
    }

    async Task<Refusal?> PosterFaultAsync(PosterItem wanted, string campaignId, ImportContext context)
    {
        var keepsCode = ImportRules.KeepsCodes(context.Relation);
        if (await posters.FindAsync(wanted.Id!) is { Value: var stored }
            && (stored.CampaignId != campaignId || !IsSame(wanted, PosterItem.From(stored), keepsCode)))
            return Refusal.Invalid("id", "is that of another poster.");
        if (!keepsCode) return null;
        var owner = context.New.PosterOfCode.GetValueOrDefault(wanted.Code!)
            ?? (await posters.FindCodeAsync(wanted.Code!))?.PosterId;
        if (owner is not null && owner != wanted.Id) return Refusal.Invalid("code", "is that of another poster.");
        context.New.PosterOfCode[wanted.Code!] = wanted.Id!;
        return null;
    }

    static bool IsSame(PosterItem wanted, PosterItem stored, bool keepsCode) =>
        wanted.Title == stored.Title
        && wanted.Lines!.SequenceEqual(stored.Lines!, StringComparer.Ordinal)
        && (!keepsCode || wanted.Code == stored.Code);

    static PosterItem KeepCode(PosterItem wanted, Dictionary<string, PosterItem> present, ImportContext context) =>
        !ImportRules.KeepsCodes(context.Relation) && present.TryGetValue(wanted.Id!, out var stored)
            ? wanted with { Code = stored.Code }
            : wanted;

    async Task CreatePostersAsync(CampaignItem item, ImportContext context)
    {
        var keepsCode = ImportRules.KeepsCodes(context.Relation);
        foreach (var wanted in item.Posters ?? [])
        {
            var code = keepsCode ? wanted.Code! : posters.NewCode();
            var poster = new Poster(wanted.Id!, item.Id!, code, wanted.Title!, wanted.Lines!, clock.GetUtcNow());
            await posters.CreateAsync(
                poster, Creation.Fingerprint(new CreatePosterRequest(wanted.Title, wanted.Lines)));
        }
    }
}

/// <summary>Checks the fields of a campaign in a document and those of its posters.</summary>
public sealed class CampaignItemValidator : AbstractValidator<CampaignItem>
{
    const int MaxPosters = 1000;

    public CampaignItemValidator(
        IValidator<CreateCampaignRequest> campaign, IValidator<CreatePosterRequest> poster)
    {
        Include(campaign);
        RuleFor(item => item.Posters)
            .Must(posters => posters is null || posters.Count <= MaxPosters)
            .WithMessage($"must have at most {MaxPosters} items.")
            .Must(posters => posters is null || posters.DistinctBy(item => item?.Id).Count() == posters.Count)
            .WithMessage("must have different ids.");
        RuleForEach(item => item.Posters)
            .NotNull().WithMessage("is missing.")
            .SetValidator(new PosterItemValidator(poster));
    }

    sealed class PosterItemValidator : AbstractValidator<PosterItem>
    {
        public PosterItemValidator(IValidator<CreatePosterRequest> poster)
        {
            RuleFor(item => item.Id)
                .NotNull().WithMessage("is missing.")
                .Matches("^[0-9a-f]{16,32}$").WithMessage("must be 16 to 32 hexadecimal digits.");
            RuleFor(item => item.Code)
                .NotNull().WithMessage("is missing.")
                .Must(code => JoinCode.IsWellFormed(code!))
                .WithMessage($"must be a code of {JoinCode.Length} characters.");
            RuleFor(item => item).Custom((item, context) =>
            {
                foreach (var error in poster.Validate(new CreatePosterRequest(item.Title, item.Lines)).Errors)
                    context.AddFailure(error.PropertyName, error.ErrorMessage);
            });
        }
    }
}
