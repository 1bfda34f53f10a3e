
namespace FunctionsApp.Platform.Storage;

/// <summary>The ids of each kind of thing, so that a list reads one partition by pages and the things themselves by key.</summary>
public sealed class IdCatalog(CatalogTable table)
{
    const string Prefix = "id-";

    /// <summary>Notes the id before the thing itself is stored, so that nothing stored is ever missing from its list.</summary>
    public Task AddAsync(string kind, string id) => table.CommitAsync(Row.Put(kind, Prefix + id, id));

    /// <summary>One page of the things of a kind, in order of id; an id whose thing was never stored is passed over.</summary>
    public async Task<Slice<T>> PageAsync<T>(string kind, int size, string? continuation, Func<string, Task<T?>> find)
        where T : class
    {
        var page = await table.PageAsync<string>(kind, Prefix, size, continuation);
        var found = await Task.WhenAll(page.Items.Select(id => find(id.Value)));
        return new Slice<T>([.. found.OfType<T>()], page.Continuation);
    }
}
