using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Transfer;

/// <summary>
/// The id of the brand, by which an import tells whether a document of plans comes from the same brand. The first
/// export makes it; an import into an empty store takes over that of the document.
/// </summary>
public sealed class BrandIdStore(CatalogTable catalog, IdSource ids)
{
    // It sorts after the version of the stored format, which is the first row of the table.
    const string Partition = "$identity";
    const string BrandRow = "brand";

    /// <summary>The id; null before there is one.</summary>
    public async Task<string?> FindAsync() => (await catalog.FindAsync<string>(Partition, BrandRow))?.Value;

    /// <summary>The id, which is made when there is none.</summary>
    public async Task<string> EnsureAsync()
    {
        if (await FindAsync() is { } known) return known;
        var made = ids.NewId();
        return await catalog.TryCommitAsync(Row.Add(Partition, BrandRow, made)) ? made : (await FindAsync())!;
    }

    /// <summary>Makes the brand that of a document.</summary>
    public Task TakeOverAsync(string brandId) => catalog.CommitAsync(Row.Put(Partition, BrandRow, brandId));
}
