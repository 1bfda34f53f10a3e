using FunctionsApp.Transfer.Documents;

namespace FunctionsApp.Transfer.Sections;

/// <summary>The things of one kind in a document of plans.</summary>
public interface IPlanSection
{
    /// <summary>True when the store has no thing of this kind.</summary>
    Task<bool> IsEmptyAsync();

    /// <summary>
    /// Compares each thing of the kind with the store and, unless the import is a dry run, stores what may be stored.
    /// </summary>
    Task<IReadOnlyList<ImportedThing>> ImportAsync(PlansDocument document, ImportContext context);
}
