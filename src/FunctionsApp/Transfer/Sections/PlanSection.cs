using System.Text.Json;
using System.Text.Json.Nodes;
using Community.Platform;
using Community.Transfer;
using FluentValidation.Results;
using FunctionsApp.Platform.Http;
using FunctionsApp.Transfer.Documents;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FunctionsApp.Transfer.Sections;

/// <summary>
/// The steps that all kinds of things share. <typeparamref name="TItem"/> is the thing in the document, and
/// <typeparamref name="TState"/> the thing as it is stored.
/// </summary>
/// <param name="kind">The kind.</param>
/// <param name="name">The name of the list in the document.</param>
/// <param name="atOnce">How many things are imported at once; 1 where things of the kind exclude each other.</param>
public abstract class PlanSection<TItem, TState>(PlanKind kind, string name, int atOnce = 1) : IPlanSection
    where TItem : class
    where TState : class
{
    /// <summary>
    /// For things that know nothing of each other. A load balancer of Azure ends a request after 230 s.
    /// </summary>
    protected const int ManyAtOnce = 16;

    /// <inheritdoc />
    public abstract Task<bool> IsEmptyAsync();

    /// <inheritdoc />
    public async Task<IReadOnlyList<ImportedThing>> ImportAsync(PlansDocument document, ImportContext context)
    {
        List<ImportedThing> things = [];
        var seen = new HashSet<string?>(StringComparer.Ordinal);
        foreach (var items in (ItemsOf(document) ?? []).Chunk(atOnce))
        {
            var attempts = items.Select(item => ImportAsync(item, isRepeat: !seen.Add(IdOf(item)), context));
            foreach (var (thing, added) in await Task.WhenAll(attempts))
            {
                if (added is not null) Remember(added, context);
                things.Add(At($"{name}[{things.Count}]", thing));
            }
        }

        return things;
    }

    protected abstract IReadOnlyList<TItem>? ItemsOf(PlansDocument document);

    protected abstract string? IdOf(TItem item);

    /// <summary>The names of the fields that an import can write over.</summary>
    protected abstract IReadOnlySet<string> EditableFields { get; }

    /// <summary>The faults of the fields of the thing alone.</summary>
    protected abstract ValidationResult Validate(TItem item);

    /// <summary>The stored thing as a document has it; null when there is none.</summary>
    protected abstract Task<TItem?> FindAsync(string id);

    /// <summary>A valid thing as it would be stored now, or its faults beside what it names.</summary>
    protected abstract Task<(TState? State, IReadOnlyList<Refusal> Faults)> PlanAsync(
        TItem item, ImportContext context);

    /// <summary>
    /// A thing as a document of this store would have it after the import. What the document may have left out stays as
    /// it is stored.
    /// </summary>
    protected abstract TItem Describe(TItem item, TItem stored, ImportContext context);

    /// <summary>Lets the things that come later name this one.</summary>
    protected abstract void Remember(TState state, ImportContext context);

    /// <summary>Stores a thing without faults; the faults that storing it finds.</summary>
    protected abstract Task<IReadOnlyList<Refusal>> CreateAsync(TItem item, TState state, ImportContext context);

    /// <summary>
    /// Writes fields over with those of <see cref="Describe"/>; the faults that writing them finds.
    /// </summary>
    protected abstract Task<IReadOnlyList<Refusal>> EditAsync(
        TItem item, IReadOnlySet<string> fields, ImportContext context);

    /// <summary>
    /// Starts what serves a stored thing. It runs for a thing that exists too, because an import before may have failed
    /// between the two.
    /// </summary>
    protected virtual Task FollowAsync(string id, ImportContext context) => Task.CompletedTask;

    /// <summary>What the app answers to a request, as faults; none for no answer.</summary>
    protected static IReadOnlyList<Refusal> FaultsOf(IResult? problem) => problem switch
    {
        null => [],
        ProblemHttpResult
        {
            ProblemDetails: HttpValidationProblemDetails details,
        } =>
            [.. details.Errors.SelectMany(error => error.Value, (error, reason) => Refusal.Invalid(error.Key, reason))],
        ProblemHttpResult { ProblemDetails.Detail: { } detail } =>
            [Refusal.Conflict(ConflictKind.State, detail)],
        _ => [Refusal.Conflict(ConflictKind.State, "was refused.")],
    };

    /// <summary>One fault as a list; none for null.</summary>
    protected static IReadOnlyList<Refusal> FaultsOf(Refusal? fault) => fault is null ? [] : [fault];

    /// <summary>The stored ids and new ones after them: an import takes none out.</summary>
    protected static IReadOnlyList<string> Merge(IEnumerable<string> stored, IEnumerable<string> wanted) =>
        [.. stored.Union(wanted, StringComparer.Ordinal)];

    // The thing, and its state where it is new.
    async Task<(ImportedThing Thing, TState? Added)> ImportAsync(TItem item, bool isRepeat, ImportContext context)
    {
        var faults = Validate(item).Errors
            .Select(error => Refusal.Invalid(error.PropertyName, error.ErrorMessage))
            .ToList();
        if (IdOf(item) is null) faults.Add(Refusal.Invalid("id", "is missing."));
        if (isRepeat) faults.Add(Refusal.Invalid("id", "is there twice."));
        if (faults.Count > 0) return (Tell(item, ImportOutcome.Refused, [], faults), null);
        return await FindAsync(IdOf(item)!) is { } stored
            ? (await CompareAsync(item, stored, context), null)
            : await AddAsync(item, context);
    }

    async Task<(ImportedThing Thing, TState? Added)> AddAsync(TItem item, ImportContext context)
    {
        var (state, faults) = await PlanAsync(item, context);
        if (faults.Count == 0 && !context.Mode.IsDryRun) faults = await CreateAsync(item, state!, context);
        if (faults.Count == 0 && !context.Mode.IsDryRun) await FollowAsync(IdOf(item)!, context);
        var outcome = ImportRules.Decide(comparison: null, faults.Count > 0, context.Mode);
        return (Tell(item, outcome, [], faults), faults.Count == 0 ? state : null);
    }

    async Task<ImportedThing> CompareAsync(TItem item, TItem stored, ImportContext context)
    {
        var wanted = Describe(item, stored, context);
        var differences = DifferencesOf(wanted, stored);
        var final = differences.Where(field => !EditableFields.Contains(field)).ToList();
        var outcome = ImportRules.Decide(new ImportComparison(differences, final), hasFaults: false, context.Mode);
        IReadOnlyList<Refusal> faults = outcome is not ImportOutcome.Refused
            ? []
            : context.Mode.Overwrites
                ? [.. final.Select(field => Refusal.Invalid(field, "differs, and cannot be written over."))]
                : [.. differences.Select(field => Refusal.Invalid(field, "differs: overwrite=true writes it over."))];
        if (outcome is ImportOutcome.Differs && !context.Mode.IsDryRun)
            faults = await EditAsync(wanted, differences.ToHashSet(StringComparer.Ordinal), context);
        if (!context.Mode.IsDryRun && faults.Count == 0) await FollowAsync(IdOf(item)!, context);
        return Tell(item, faults.Count > 0 ? ImportOutcome.Refused : outcome, differences, faults);
    }

    ImportedThing Tell(
        TItem item, ImportOutcome outcome, IReadOnlyList<string> differences, IReadOnlyList<Refusal> faults) =>
        new("", kind, IdOf(item), outcome, differences, [.. faults.Select(fault => new ImportFault(
            fault.Field ?? "", fault.Reason.EndsWith('.') ? fault.Reason : $"{fault.Reason}."))]);

    static ImportedThing At(string path, ImportedThing thing) => thing with
    {
        Path = path,
        Faults = [.. thing.Faults.Select(fault => fault with
        {
            Path = fault.Path.Length == 0 ? path : $"{path}.{fault.Path}",
        })],
    };

    static List<string> DifferencesOf(TItem item, TItem stored)
    {
        var (wanted, present) = (FieldsOf(item), FieldsOf(stored));
        return [.. wanted
            .Where(field => !JsonNode.DeepEquals(field.Value, present[field.Key]))
            .Select(field => field.Key)];
    }

    static JsonObject FieldsOf(TItem item) => JsonSerializer.SerializeToNode(item, ApiJson.Options)!.AsObject();
}
