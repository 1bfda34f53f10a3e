using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Care.Promises;

/// <summary>The unit of a promise for which a page asks the gain.</summary>
public sealed record GainPage(string PromiseId, int Unit);

/// <summary>The pages that ask for the gain, by their codes.</summary>
public sealed class GainPageStore(PromisesTable table)
{
    const int CodeLength = 32;
    const string PageRow = "page";
    const string PartitionPrefix = "page~";

    /// <summary>The page of a code; null for an unknown one.</summary>
    public async Task<GainPage?> FindAsync(string code) =>
        code.Length == CodeLength && code.All(char.IsAsciiHexDigitLower)
            ? (await table.FindAsync<GainPage>(PartitionPrefix + code, PageRow))?.Value
            : null;

    /// <summary>Stores the page. A repeat changes nothing.</summary>
    public Task AddAsync(string code, GainPage page) =>
        table.CommitAsync(Row.Put(PartitionPrefix + code, PageRow, page));

    public Task RemoveAsync(string code) => table.DeleteIfExistsAsync(PartitionPrefix + code, [PageRow]);
}
