namespace Community.Transfer;

/// <summary>How an import is asked to run.</summary>
public sealed record ImportMode(bool IsDryRun, bool Overwrites);

/// <summary>
/// A thing of a document beside the stored one: the names of the fields that differ, and of those among them that
/// cannot be written over.
/// </summary>
public sealed record ImportComparison(IReadOnlyList<string> Differences, IReadOnlyList<string> Final);

/// <summary>Rules of imports.</summary>
public static class ImportRules
{
    /// <summary>
    /// The relation of a document to the store; <paramref name="stored"/> is null before the store has an id.
    /// </summary>
    public static BrandRelation Relate(string document, string? stored, bool isEmpty) => isEmpty
        ? BrandRelation.Empty
        : document == stored ? BrandRelation.Same : BrandRelation.Other;

    /// <summary>
    /// True when codes and approvals of the document stay: printed posters lead on, and who approved a text is one of
    /// the brand's own people.
    /// </summary>
    public static bool KeepsCodes(BrandRelation relation) => relation is not BrandRelation.Other;

    /// <summary>
    /// The outcome; <paramref name="comparison"/> is null for a thing that the store does not have. Without a dry run
    /// what differs is refused unless the import overwrites.
    /// </summary>
    public static ImportOutcome Decide(ImportComparison? comparison, bool hasFaults, ImportMode mode) =>
        comparison switch
        {
            _ when hasFaults => ImportOutcome.Refused,
            null => ImportOutcome.New,
            { Differences: [] } => ImportOutcome.Exists,
            { Final.Count: > 0 } when mode.Overwrites => ImportOutcome.Refused,
            _ when mode.IsDryRun || mode.Overwrites => ImportOutcome.Differs,
            _ => ImportOutcome.Refused,
        };
}
