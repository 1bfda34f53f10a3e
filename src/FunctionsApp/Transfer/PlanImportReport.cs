using Community.Transfer;

namespace FunctionsApp.Transfer;

/// <summary>The kinds of things in a document of plans.</summary>
public enum PlanKind
{
    Staff,
    Content,
    Group,
    Campaign,
    Conversion,
    FlashSale,
    PushPlan,
}

/// <summary>
/// What an import did, or would do: each thing of the document in the order in which it is stored, and the settings
/// that differ. <c>brand</c> tells what the brand of the document is to the store.
/// </summary>
public sealed record PlanImportReport(
    bool DryRun,
    BrandRelation Brand,
    ImportCounts Counts,
    IReadOnlyList<ImportedThing> Things,
    IReadOnlyList<SettingDifference> Settings);

/// <summary>The number of things of each outcome.</summary>
public sealed record ImportCounts(int New, int Exists, int Differs, int Refused)
{
    public static ImportCounts Of(IReadOnlyList<ImportedThing> things) => new(
        Count(things, ImportOutcome.New),
        Count(things, ImportOutcome.Exists),
        Count(things, ImportOutcome.Differs),
        Count(things, ImportOutcome.Refused));

    static int Count(IReadOnlyList<ImportedThing> things, ImportOutcome outcome) =>
        things.Count(thing => thing.Outcome == outcome);
}

/// <summary>
/// A thing of the document, such as <c>groups[0]</c>. <c>differences</c> are the names of its fields that the store has
/// otherwise; <c>faults</c> are why it is refused.
/// </summary>
public sealed record ImportedThing(
    string Path,
    PlanKind Kind,
    string? Id,
    ImportOutcome Outcome,
    IReadOnlyList<string> Differences,
    IReadOnlyList<ImportFault> Faults);

/// <summary>A field at fault by its path in the document, such as <c>groups[0].charter.endsAt</c>.</summary>
public sealed record ImportFault(string Path, string Reason);

/// <summary>A setting that the document and the store's app have otherwise; null where it is not set.</summary>
public sealed record SettingDifference(string Name, string? Document, string? Here);
