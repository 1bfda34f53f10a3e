namespace FunctionsApp.Platform.Storage;

/// <summary>The ids of each kind of document. A list reads one partition by pages and each document by key.</summary>
public sealed class IdCatalog(CatalogTable table)
{
    internal const string Prefix = "id-";

    /// <summary>
    /// Stores the id. The caller stores the document afterwards, so that no document is missing from its list.
    /// </summary>
    public Task AddAsync(string kind, string id) => table.CommitAsync(Row.Put(kind, Prefix + id, id));

    /// <summary>One page of documents in order of id. Ids without a document are left out.</summary>
    public async Task<Slice<T>> PageAsync<T>(string kind, int size, string? continuation, Func<string, Task<T?>> find)
        where T : class
    {
        var page = await table.PageAsync<string>(kind, Prefix, size, continuation);
        var found = await Task.WhenAll(page.Items.Select(id => find(id.Value)));
        return new Slice<T>([.. found.OfType<T>()], page.Continuation);
    }
}
