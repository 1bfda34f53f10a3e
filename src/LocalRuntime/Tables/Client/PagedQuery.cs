using Azure;

namespace LocalRuntime.Tables;

/// <summary>Asks for one page after another, each when it is wanted.</summary>
sealed class PagedQuery<T>(int? maxPerPage, Func<string?, int?, Task<Page<T>>> fetch) : AsyncPageable<T>
    where T : notnull
{
    public override async IAsyncEnumerable<Page<T>> AsPages(string? continuationToken = null, int? pageSizeHint = null)
    {
        do
        {
            var page = await fetch(continuationToken, pageSizeHint ?? maxPerPage);
            yield return page;
            continuationToken = page.ContinuationToken;
        }
        while (!string.IsNullOrEmpty(continuationToken));
    }
}
